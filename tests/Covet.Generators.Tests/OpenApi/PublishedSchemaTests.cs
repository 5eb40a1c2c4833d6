using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Covet.Json.Shapes;
using Covet.Json.Tests.Differential;

namespace Covet.Generators.Tests.OpenApi;

/// <summary>
/// What Covet writes against what it publishes: random values of every type of JSON's differential table, written by the
/// generated code, are validated by ajv against the schema of the type in the generated document.
/// </summary>
public sealed partial class PublishedSchemaTests(ITestOutputHelper output)
{
    private const int ValuesOfAShape = 20;


    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { StrictEnums } },
    };

    [Fact]
    public void What_writes_the_values_of_a_librarys_type() => GeneratorTestHelper.Verify(
        """[Covet.Handler("/customers")] public static class CustomerHandler { [Covet.Get] public static Covet.Json.Library.Customer Get() => throw new NotSupportedException(); }""",
        static file => file == "Json.Covet_Json_Library_Customer.g.cs",
        [Compiled(typeof(Covet.Json.Library.Customer))]);

    [Fact]
    public async Task The_values_that_Covet_writes_are_valid_by_the_schema_that_it_publishes()
    {
        output.WriteLine("seed: " + Seed.Value);
        var table = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "tests/Covet.Json.Shapes/ShapeTable.cs"), TestContext.Current.CancellationToken);
        var types = Entry().Matches(table).ToDictionary(m => m.Groups["name"].Value, m => m.Groups["type"].Value, StringComparer.Ordinal);
        var shapes = ShapeTable.Create();
        Assert.Equal(shapes.Select(s => s.Name).Order(StringComparer.Ordinal), types.Keys.Order(StringComparer.Ordinal));

        var document = Document(Using().Matches(table).Select(m => m.Value), shapes.Select(s => types[s.Name]));
        var random = new Random(Seed.Value);
        var values = new ValueFactory(random);
        var corpus = new JsonArray();
        for (var i = 0; i < shapes.Count; i++)
        {
            corpus.Add(new JsonObject
            {
                ["name"] = shapes[i].Name,
                ["schema"] = $"/paths/~1shapes~1{i}/get/responses/200/content/application~1json/schema",
                ["values"] = new JsonArray([.. Enumerable.Range(0, ValuesOfAShape).Select(_ => Write(shapes[i], values)).OfType<JsonObject>()]),
            });
        }

        var file = Path.Combine(Path.GetTempPath(), "covet-shapes-" + Guid.NewGuid().ToString("N") + ".json");
        try
        {
            await File.WriteAllTextAsync(file, new JsonObject { ["document"] = document, ["shapes"] = corpus }.ToJsonString(), TestContext.Current.CancellationToken);
            await Node("install");
            output.WriteLine(await Node("schemas.mjs", file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    // A converter on the member goes before those of the options.
    private static void StrictEnums(JsonTypeInfo type)
    {
        foreach (var member in type.Properties.Where(member => (Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType).IsEnum))
        {
            member.CustomConverter = null;
        }
    }

    // In a box, as a null, a string or bytes by themselves are other responses than JSON.
    private static JsonObject Document(IEnumerable<string> usings, IEnumerable<string> types)
    {
        var handlers = types.Select((type, i) => $"[Covet.Get(\"{i}\")] public static Box<{type}> Get{i}() => throw new NotSupportedException();");
        var source = $$"""
            {{string.Join("\n", usings)}}
            using Covet.Json.Shapes;
            namespace App;
            public sealed record Box<T>(T Value);
            [Covet.Handler("/shapes")]
            public static class ShapeHandler
            {
                {{string.Join("\n    ", handlers)}}
            }
            """;
        return ApiDocument.Of(GeneratorTestHelper.Compile(source, [Compiled(typeof(ShapeTable)), Compiled(typeof(Covet.Json.Library.Order))], show: SnapshotSubject.Nothing).Image).Root;
    }

    private static CompiledLibrary Compiled(Type type)
    {
        var path = type.Assembly.Location;
        return new CompiledLibrary(type.Assembly.GetName().Name!, File.ReadAllBytes(path), File.ReadAllBytes(Path.ChangeExtension(path, ".pdb")), []);
    }

    // The factory makes any value that the runtime lets live: enums beyond their members, nulls that the types forbid. Of these
    // the schema says nothing, and System.Text.Json at its strictest says which they are.
    private static JsonObject? Write(IShape shape, ValueFactory values)
    {
        try
        {
            var value = values.Make(shape.Type);
            _ = JsonSerializer.SerializeToUtf8Bytes(value, shape.Type, Strict);
            var json = JsonNode.Parse(shape.Write(value));
            return HasNullKey(json) || (value is HashSet<string> && HasTwins(json)) ? null : new JsonObject { ["value"] = json };
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException or InvalidOperationException or JsonException)
        {
            // No JSON form, such as a cycle's depth: the differential tests say which.
            return null;
        }
    }

    // Two texts are one once halves of surrogate pairs, which JSON cannot have, are replaced.
    private static bool HasTwins(JsonNode? node) =>
        node is JsonArray items && items.Select(item => item?.GetValue<string>()).Distinct(StringComparer.Ordinal).Count() < items.Count;

    // Reflection cannot tell whether the key of a KeyValuePair may be null.
    private static bool HasNullKey(JsonNode? node) => node switch
    {
        JsonObject map => (map.ContainsKey("key") && map["key"] is null) || map.Any(member => HasNullKey(member.Value)),
        JsonArray items => items.Any(HasNullKey),
        _ => false,
    };

    private static async Task<string> Node(string program, params string[] arguments)
    {
        var folder = Path.Combine(Repository.Root, "tests/openapi-npm");
        var start = program.EndsWith(".mjs", StringComparison.Ordinal)
            ? new ProcessStartInfo("node", [program, .. arguments])
            : new ProcessStartInfo(Path.Combine(folder, program), arguments);
        start.WorkingDirectory = folder;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var text = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"seed {Seed.Value}\n{text}\n{await error}");
        return text;
    }

    [GeneratedRegex("""^\s*new Shape<(?<type>.+)>\("(?<name>[^"]+)", static.+$""", RegexOptions.Multiline)]
    private static partial Regex Entry();

    [GeneratedRegex("^using [^;]+;", RegexOptions.Multiline)]
    private static partial Regex Using();
}
