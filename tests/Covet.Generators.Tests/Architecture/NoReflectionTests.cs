namespace Covet.Generators.Tests;

public sealed class NoReflectionTests
{
    [Fact]
    public void The_runtime_looks_nothing_up_by_reflection() =>
        Assert.Empty(ReflectionScan.Offences(File.ReadAllBytes(typeof(HandlerAttribute).Assembly.Location)));

    [Theory]
    [InlineData("typeof(string).GetMethods().Length.ToString()", "System.Type.GetMethods")]
    [InlineData("System.Activator.CreateInstance(typeof(object))!.ToString()!", "System.Activator")]
    [InlineData("System.Reflection.Assembly.GetExecutingAssembly().FullName!", "System.Reflection.Assembly")]
    [InlineData("((dynamic)\"a\").ToString()", "Microsoft.CSharp.RuntimeBinder.Binder")]
    [InlineData("((System.Linq.Expressions.Expression<Func<int>>)(() => 1)).ToString()", "System.Linq.Expressions.Expression")]
    [InlineData("typeof(List<>).MakeGenericType(typeof(int)).Name", "System.Type.MakeGenericType")]
    public void The_scan_finds_what_it_is_for(string expression, string offence)
    {
        var library = GeneratorTestHelper.CompileLibrary("Offender", $$"""public static class C { public static string F() => {{expression}}; }""");
        Assert.Contains(offence, ReflectionScan.Offences(library.Image));
    }

    [Fact]
    public void The_scan_lets_type_tests_and_attributes_pass()
    {
        var library = GeneratorTestHelper.CompileLibrary(
            "Innocent",
            """
            [assembly: System.Reflection.AssemblyTitle("t")]
            public sealed class C
            {
                public int this[int i] => i;
                public static bool Is<T>() => typeof(T) == typeof(int);
            }
            """);
        Assert.Empty(ReflectionScan.Offences(library.Image));
    }
}
