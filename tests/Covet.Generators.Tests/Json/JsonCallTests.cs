using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Covet.Generators.Tests.Json;

/// <summary>Calls of <c>CovetJson</c>: bound at build where their type is known, and what they have generated.</summary>
public sealed class JsonCallTests
{
    private const string Item = "public sealed record Item(int Id, string? Name);\n";

    // Each method and each way to write a call; every one of them is bound.
    private const string Calls = Item + """
        public struct Pair<T> { public T First { get; init; } public T Second { get; init; } }

        public static class Program
        {
            public static string Run()
            {
                var buffer = new System.Buffers.ArrayBufferWriter<byte>();
                CovetJson.Serialize(buffer, new Pair<int> { First = 1, Second = 2 });
                var text = Encoding.UTF8.GetString(buffer.WrittenSpan);
                text += CovetJson.Serialize(new Item(1, null)) + Covet.CovetJson.Serialize<Item>(new(2, "b")) + global::Covet.CovetJson.Serialize(value: 3.5m);
                text += Encoding.UTF8.GetString(CovetJson.SerializeToUtf8Bytes(new[] { "x", null }));
                text += CovetJson.Deserialize<Item>("{\"id\":7}")!.Id + CovetJson.Deserialize<List<int>>("[1,2]"u8)!.Count;
                text += Named((1, 2)) + new Box<string>().Write(new Item(9, "n"));
                return text + string.Join("", new[] { 1, 2 }.Select(n => CovetJson.Serialize(n)));
            }

            private static string Named((int Left, int Right) pair) => CovetJson.Serialize(pair);

            private sealed class Box<T> { public string Write(Item item) => typeof(T).Name + CovetJson.Serialize(item); }
        }
        """;

    [Fact]
    public void A_call_whose_type_is_known_becomes_a_call_of_the_generated_code()
    {
        GeneratorTestHelper.Verify(
            JsonProgram.WithUsings(Item + """
            public static class Tool
            {
                public static string Write(Item item) => CovetJson.Serialize(item);
                public static string Again(Item? item) => CovetJson.Serialize(item);
                public static List<string?>? Read(string json) => CovetJson.Deserialize<List<string?>>(json);
                public static void Into(System.Buffers.IBufferWriter<byte> output, int number) => CovetJson.Serialize(output, number);
            }
            """),
            file => file is "CovetJsonCalls.g.cs" or "JsonModels.g.cs");
    }

    [Fact]
    public void Every_method_is_bound_and_works()
    {
        var compiled = GeneratorTestHelper.Compile(JsonProgram.WithUsings(Calls));
        Assert.Empty(JsonCallsOf.Assembly(compiled));
        Assert.Equal("""{"first":1,"second":2}{"id":1,"name":null}{"id":2,"name":"b"}3.5["x",null]9{}String{"id":9,"name":"n"}12""", Run(compiled));
    }

    [Theory]
    [InlineData("{\\\"id\\\":1}", "This member is required and missing.")]
    [InlineData("{\\\"id\\\":1,\\\"kind\\\":\\\"square\\\"}", "This member says the type of the object, and must stand first in it.")]
    [InlineData("{\\\"kind\\\":\\\"cube\\\",\\\"id\\\":1}", "The value must be one of 'circle', 'square', 3.")]
    public void A_discriminator_that_is_missing_late_or_unknown_is_told_of_as_such(string json, string message)
    {
        var compiled = GeneratorTestHelper.Compile(JsonProgram.WithUsings($$"""
            [System.Text.Json.Serialization.JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
            [System.Text.Json.Serialization.JsonDerivedType(typeof(Circle), "circle")]
            [System.Text.Json.Serialization.JsonDerivedType(typeof(Square), "square")]
            [System.Text.Json.Serialization.JsonDerivedType(typeof(Line), 3)]
            public abstract record Shape(int Id);
            public sealed record Circle(int Id) : Shape(Id);
            public sealed record Square(int Id) : Shape(Id);
            public sealed record Line(int Id) : Shape(Id);

            public static class Program
            {
                public static string Run()
                {
                    try
                    {
                        return CovetJson.Deserialize<Shape>("{{json}}")!.ToString();
                    }
                    catch (CovetJsonException e)
                    {
                        return e.Errors[0].Path + " " + e.Errors[0].Message;
                    }
                }
            }
            """));
        Assert.Equal("$.kind " + message, Run(compiled));
    }

    [Fact]
    public void Using_static_and_aliases_hide_no_call()
    {
        var compiled = GeneratorTestHelper.Compile("using static Covet.CovetJson;\nusing Json = Covet.CovetJson;\n" + Item + """
            public static class Program
            {
                public static string Run() => Serialize(new Item(1, "a")) + Json.Serialize<Item?>(null) + Deserialize<int>("5");
            }
            """);
        Assert.Empty(JsonCallsOf.Assembly(compiled));
        Assert.Equal("""{"id":1,"name":"a"}null5""", Run(compiled));
    }

    [Fact]
    public void Top_level_statements_and_local_functions_are_bound()
    {
        var compiled = GeneratorTestHelper.Compile("System.Console.Out.Write(Local(1) + Covet.CovetJson.Serialize(new Item(1, null)));\nstatic string Local(long n) => Covet.CovetJson.Serialize(n);\n" + Item);
        Assert.Empty(JsonCallsOf.Assembly(compiled));
    }

    [Fact]
    public void What_nothing_can_stand_in_for_is_looked_up_and_finds_the_code_that_it_asks_for()
    {
        var compiled = GeneratorTestHelper.Compile(JsonProgram.WithUsings(Item + """
            public static class Program
            {
                public static string Run()
                {
                    Func<Item, string> group = CovetJson.Serialize;
                    System.Linq.Expressions.Expression<Func<Guid, string>> tree = id => CovetJson.Serialize(id);
                    var query = from n in new[] { 1L }.AsQueryable() select CovetJson.SerializeToUtf8Bytes(n);
                    var called = (System.Linq.Expressions.MethodCallExpression)tree.Body;
                    return group(new Item(1, null)) + tree.Compile()(Guid.Empty) + query.Single().Length + called.Method.DeclaringType!.Name + Open(new[] { new Item(2, "z") }.ToList());
                }

                private static string Open<T>(T value) => CovetJson.Serialize(value);

                public static string Closed(List<Item> items) => CovetJson.Serialize(items);
            }
            """));
        Assert.Equal(["Serialize", "Serialize", "Serialize", "SerializeToUtf8Bytes"], JsonCallsOf.Assembly(compiled));
        Assert.Equal("""{"id":1,"name":null}"00000000-0000-0000-0000-000000000000"1CovetJson[{"id":2,"name":"z"}]""", Run(compiled));
    }

    [Fact]
    public void Null_in_a_type_argument_is_as_the_call_says()
    {
        Assert.Equal("1refused", JsonProgram.Run("""
            public static class Program
            {
                public static string Run() => CovetJson.Deserialize<List<string?>>("[null]")!.Count + Refused();

                private static string Refused()
                {
                    try
                    {
                        return "read " + CovetJson.Deserialize<List<string>>("[null]");
                    }
                    catch (CovetJsonException)
                    {
                        return "refused";
                    }
                }
            }
            """));
    }

    [Theory]
    [InlineData("private sealed record Hidden(int X); static string Write() => CovetJson.Serialize(new Hidden(1));", "Serialize", "What CovetJson is given has the type 'Tool.Hidden', which has no JSON form: it is private or file-local, so generated code cannot name it; make it internal or public (CVT0501)")]
    [InlineData("} file static class Local { public sealed record Item(int X); public static string Write() => CovetJson.Serialize(new Item(1));", "Serialize", "What CovetJson is given has the type 'Local.Item', which has no JSON form: it is private or file-local, so generated code cannot name it; make it internal or public (CVT0501)")]
    [InlineData("private sealed record Hidden(int X); public class Box<T> { public sealed record Item(int Y); } static string Write() => CovetJson.Serialize(new Box<Hidden>.Item(1));", "Serialize", "What CovetJson is given has the type 'Tool.Box<Tool.Hidden>.Item', which has no JSON form: it is private or file-local, so generated code cannot name it; make it internal or public (CVT0501)")]
    [InlineData("static string Write() => CovetJson.Serialize(new { A = 1 });", "Serialize", "What CovetJson is given has the type '<anonymous type: int A>', which has no JSON form: generated code cannot name an anonymous type; use a record (CVT0501)")]
    [InlineData("static string Write(IAsyncEnumerable<int> items) => CovetJson.Serialize(items);", "Serialize", "What CovetJson is given has the type 'System.Collections.Generic.IAsyncEnumerable<int>', which has no JSON form: it is written as its items come, which only the result of an endpoint can be; use a list (CVT0501)")]
    [InlineData("static Func<IntPtr[], string> Write() => CovetJson.Serialize;", "Serialize", "The item of 'nint[]' has the type 'nint', which has no JSON form: native integers have none; use long (CVT0501)")]
    [InlineData("static object? Read(string json) => CovetJson.Deserialize<Stream>(json);", "Deserialize<Stream>", "The type 'Stream' cannot be read from JSON: it is abstract; name its derived types with [JsonDerivedType] (CVT0502)")]
    [InlineData("public interface IThing { int X { get; } } static object? Read(string json) => CovetJson.Deserialize<IThing>(json);", "Deserialize<IThing>", "The type 'IThing' cannot be read from JSON: it is an interface; use a class, or name its implementations with [JsonDerivedType] (CVT0502)")]
    [InlineData("public sealed class Holder { public Action? Act { get; set; } } static string Write(Holder holder) => CovetJson.Serialize(holder);", "Act", "The member 'Act' of 'Holder' has the type 'System.Action?', which has no JSON form: delegates have none; mark the member [JsonIgnore] (CVT0501)")]
    public void What_cannot_be_generated_is_an_error_where_the_call_stands_or_at_the_member(string members, string place, string message)
    {
        var diagnostics = GeneratorTestHelper.Diagnose(JsonProgram.WithUsings("public static class Tool { " + members + " }"));
        Assert.Contains(diagnostics, diagnostic => diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture) == message && diagnostic.Location.SourceTree!.ToString().Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length) == place);
    }

    [Fact]
    public void A_type_that_is_only_written_need_not_be_readable() =>
        Assert.Equal("""{"x":1}""", JsonProgram.Run("""
            public sealed class Odd { private Odd(int y) { X = y; } public int X { get; } public static Odd Make() => new(1); }
            public static class Program { public static string Run() => CovetJson.Serialize(Odd.Make()); }
            """));

    [Fact]
    public void A_type_that_a_librarys_model_names_is_written_as_the_library_says()
    {
        var library = GeneratorTestHelper.CompileLibrary("Lib", """
            [assembly: Covet.CovetJsonOptions(NamingPolicy = System.Text.Json.Serialization.JsonKnownNamingPolicy.SnakeCaseLower)]
            [assembly: Covet.JsonModel(typeof(List<Lib.Part>))]
            namespace Lib;
            [Covet.JsonModel] public sealed record Named(int SomeNumber);
            public sealed record Part(int SomeNumber);
            public sealed record Free(int SomeNumber);
            """);
        var compiled = GeneratorTestHelper.Compile("""
            using Covet;
            public static class Program
            {
                public static string Run() => CovetJson.Serialize(new Lib.Named(1)) + CovetJson.Serialize(new List<Lib.Part> { new(2) }) + CovetJson.Serialize(new Lib.Free(3));
            }
            """, [library]);
        Assert.Equal(["Serialize", "Serialize"], JsonCallsOf.Assembly(compiled));
        Assert.Equal("""{"some_number":1}[{"some_number":2}]{"someNumber":3}""", Run(compiled));

        // Named here too, it is this assembly's.
        var own = GeneratorTestHelper.Compile("""
            using Covet;
            [assembly: JsonModel(typeof(Lib.Named))]
            public static class Program { public static string Run() => CovetJson.Serialize(new Lib.Named(1)); }
            """, [library]);
        Assert.Empty(JsonCallsOf.Assembly(own));
        Assert.Equal("""{"someNumber":1}""", Run(own));
    }

    [Fact]
    public void A_project_that_allows_no_interceptors_looks_codecs_up()
    {
        var compiled = Compile(JsonProgram.WithUsings(Calls), UserCode.ParseOptions.WithFeatures([new("InterceptorsNamespaces", "Covet.Generated.Deeper;Cove;;Other")]));
        Assert.DoesNotContain("CovetJsonCalls.g.cs", compiled.GeneratedFiles);
        Assert.Equal("""{"first":1,"second":2}{"id":1,"name":null}{"id":2,"name":"b"}3.5["x",null]9{}String{"id":9,"name":"n"}12""", Run(compiled));
    }

    [Fact]
    public void The_whole_namespace_of_Covet_may_be_allowed() =>
        Assert.Empty(JsonCallsOf.Assembly(Compile(JsonProgram.WithUsings(Calls), UserCode.ParseOptions.WithFeatures([new("InterceptorsNamespaces", "Covet")]))));

    [Fact]
    public void A_file_that_stands_in_a_project_twice_is_looked_up()
    {
        const string Twice = "file static class Local { public static string Write(int[] values) => Covet.CovetJson.Serialize(values); }";
        var compiled = Compile("public static class Program { public static string Run() => Covet.CovetJson.Serialize(1.5); }", null, (Twice, "/app/a/Twice.cs"), (Twice, "/app/b/Twice.cs"));
        Assert.Equal(["Serialize"], JsonCallsOf.Assembly(compiled));
    }

    [Fact]
    public void Names_of_files_cannot_break_the_code()
    {
        var compiled = Compile("public static class Program { public static string Run() => Other.Write(); }", null, ("public static class Other { public static string Write() => Covet.CovetJson.Serialize(1); }", "/app/\"*/ \n#error \u2028 {0}\\.cs"));
        Assert.Empty(JsonCallsOf.Assembly(compiled));
    }

    [Fact]
    public void An_edit_elsewhere_leaves_codecs_and_calls_as_they_are_and_an_edit_of_the_file_moves_the_calls_alone()
    {
        var run = GeneratorTestHelper.Verify(
            JsonProgram.WithUsings(Item + "public static class Tool { public static string Write(Item item) => CovetJson.Serialize(item); public static int Other() => 1; }"),
            file => file == "CovetJsonCalls.g.cs");
        run.EditRegeneratesOnly("=> 1;", "=> 22;", "CovetJsonCalls.g.cs");
        run.EditRegeneratesOnly("string? Name", "string Name", "CovetJsonCalls.g.cs", "Json.Item.g.cs");
    }

    private static CompiledLibrary Compile(string source, CSharpParseOptions? options = null, params (string Text, string Path)[] more) =>
        GeneratorTestHelper.Compile(source, outputKind: OutputKind.DynamicallyLinkedLibrary, inputs: new([]) { Parsing = options ?? UserCode.ParseOptions, More = more });

    private static string Run(CompiledLibrary compiled)
    {
        using var loaded = LoadedAssembly.Load(compiled);
        return (string)loaded.Assembly.GetType("Program")!.GetMethod("Run")!.Invoke(null, null)!;
    }
}
