using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Covet.Generators.Tests;

/// <summary>An edit of one file where what is generated comes from another: the same as from nothing, there and back.</summary>
public sealed class EditTests
{
    private const string Records = "public sealed record One(int X); public sealed record Two(int Y); ";

    // Where `field` is a keyword.
    private static readonly CSharpParseOptions Options = UserCode.ParseOptions.WithLanguageVersion(LanguageVersion.Preview);

    /// <summary>A handler's file, and the two versions of the other.</summary>
    public static TheoryData<string, string, string, string> Edits { get; } = new()
    {
        {
            "an endpoint's body in another part of the class",
            Records + """[Handler("/a")] public sealed partial class H { [Get] public string S() => ""; }""",
            """public sealed partial class H { [Get("r")] public IResult R() => Results.Ok(new One(1)); }""",
            """public sealed partial class H { [Get("r")] public IResult R() => Results.Ok(new Two(1)); }"""
        },
        {
            "an endpoint's body in the base class",
            Records + """[Handler("/a")] public sealed class H : B { [Get] public string S() => ""; }""",
            """public abstract class B { [Get("r")] public IResult R() => Results.Ok(new One(1)); }""",
            """public abstract class B { [Get("r")] public IResult R() => Results.Ok(new Two(1)); }"""
        },
        {
            "an endpoint's body in the base of a generic base",
            Records + """[Handler("/a")] public sealed class H : G<int> { [Get] public string S() => ""; } public abstract class G<T> : B;""",
            """public abstract class B { [Get("r")] public IResult R() { return Results.Ok(new One(1)); } }""",
            """public abstract class B { [Get("r")] public IResult R() { return Results.Ok(new Two(1)); } }"""
        },
        {
            "an anonymous type that becomes a text",
            """[Handler("/a")] public sealed partial class H { [Get] public string S() => ""; }""",
            """public sealed partial class H { [Get("r")] public object R() => new { A = 1 }; }""",
            """public sealed partial class H { [Get("r")] public object R() => "x"; }"""
        },
        {
            "a body before the place of an error",
            """[Handler("/a")] public sealed class H { [Get] public M S() => null!; }""",
            """public sealed class M { public int Sum() { var x = 1; x += 2; x += 3; x += 4; x += 5; return x; } public System.Type? P { get; set; } }""",
            """public sealed class M { public int Sum() { return 1; } public System.Type? P { get; set; } }"""
        },
        {
            "an endpoint before the place of an error",
            """[Handler("/a")] public sealed class H { [Get] public M S() => null!; }""",
            """[Handler("/b")] public sealed class B { [Get] public string S() => ""; [Get("two")] public string Two(int a, int b, int c, int d) => ""; } public sealed class M { public System.Type? P { get; set; } }""",
            """[Handler("/b")] public sealed class B { [Get] public string S() => ""; } public sealed class M { public System.Type? P { get; set; } }"""
        },
        {
            "a body before the place of an error of CovetJson",
            """public static class H { public static string S(M m) => CovetJson.Serialize(m); }""",
            """public sealed class M { public int Sum() { var x = 1; x += 2; x += 3; x += 4; x += 5; return x; } public N? P { get; set; } } public sealed class N { public System.Type? P { get; set; } }""",
            """public sealed class M { public int Sum() { return 1; } public N? P { get; set; } } public sealed class N { public System.Type? P { get; set; } }"""
        },
        {
            "an endpoint that a body calls behind an alias of IResult",
            """using R = Microsoft.AspNetCore.Http.IResult; """ + Records + """[Handler("/a")] public sealed class H { [Get] public R S() => Results.Ok(G.Find()); }""",
            """[Handler("/b")] public static class G { [Get] public static One Find() => null!; }""",
            """[Handler("/b")] public static class G { [Get] public static IReadOnlyList<Two> Find() => null!; }"""
        },
        {
            "an alias of the whole project that becomes IResult",
            Records + """[Handler("/a")] public sealed class H { [Get] public Answer S() => null!; }""",
            """global using Answer = Microsoft.AspNetCore.Http.IResult;""",
            """global using Answer = One;"""
        },
        {
            "an accessor's body that becomes none",
            """[Handler("/a")] public sealed class H { [Post] public string P(M m) => ""; }""",
            """public sealed class M { private int x; public int X { get => x; set => x = value; } }""",
            """public sealed class M { private int x; public int X { get; set; } }"""
        },
        {
            "an accessor that names its field",
            """[Handler("/a"), Filter<F>] public sealed class H { [Post] public string P() => ""; }""",
            """public sealed class F : ICallFilter { public int X { get { return 1; } set { } } public ValueTask<TResult> InvokeAsync<TArguments, TResult, TNext>(HttpContext c, TArguments a, TNext n) where TNext : ICallNext<TArguments, TResult> => n.InvokeAsync(a); }""",
            """public sealed class F : ICallFilter { public int X { get { return field; } set { field = value; } } public ValueTask<TResult> InvokeAsync<TArguments, TResult, TNext>(HttpContext c, TArguments a, TNext n) where TNext : ICallNext<TArguments, TResult> => n.InvokeAsync(a); }"""
        },
        {
            "a directive above an endpoint",
            """[Handler("/a")] public sealed class H { [Post] public M P(M m) => m; }""",
            """
            [Handler("/b")] public sealed class B
            {
            #nullable enable
                [Get] public string S() => "";
            }
            public sealed class M { public required string P { get; set; } }
            """,
            """
            [Handler("/b")] public sealed class B
            {
            #nullable disable
                [Get] public string S() => "";
            }
            public sealed class M { public required string P { get; set; } }
            """
        },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void What_another_file_says_is_never_late(string edit, string handler, string before, string after)
    {
        var usings = Parse(UserCode.ImplicitUsings + "\nglobal using global::Covet;", "/app/Usings.cs");
        var file = Parse(handler, "/app/Handler.cs");
        GeneratorDriver driver = Driver();
        foreach (var version in new[] { before, after, before })
        {
            driver = driver.RunGenerators(Compile(usings, file, Parse(version, "/app/Other.cs")), TestContext.Current.CancellationToken);
            var fresh = Driver().RunGenerators(
                Compile(usings, Parse(handler, "/app/Handler.cs"), Parse(version, "/app/Other.cs")),
                TestContext.Current.CancellationToken);
            Assert.True(Text(fresh) == Text(driver), $"{edit}: {version}\nfrom nothing:\n{Text(fresh)}\nafter the edit:\n{Text(driver)}");
        }

        Assert.NotEqual(Text(Driver().RunGenerators(Compile(usings, file, Parse(after, "/app/Other.cs")), TestContext.Current.CancellationToken)), Text(driver));
    }

    private static CSharpGeneratorDriver Driver() => CSharpGeneratorDriver.Create([new CovetGenerator().AsSourceGenerator()], parseOptions: Options);

    private static SyntaxTree Parse(string source, string path) => UserCode.Parse(source, path, Options);

    private static CSharpCompilation Compile(params SyntaxTree[] files) =>
        CSharpCompilation.Create("App", files, References.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    private static string Text(GeneratorDriver driver)
    {
        var result = driver.GetRunResult().Results.Single();
        Assert.True(result.Exception is null, result.Exception?.ToString());
        return string.Join("\n", result.GeneratedSources.OrderBy(source => source.HintName, StringComparer.Ordinal).Select(source => source.HintName + "\n" + source.SourceText))
            + "\n" + string.Join("\n", result.Diagnostics.Select(diagnostic => diagnostic.ToString()));
    }
}
