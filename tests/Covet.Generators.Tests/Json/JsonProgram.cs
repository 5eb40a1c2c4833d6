namespace Covet.Generators.Tests.Json;

/// <summary>Compiles a user's models with the generator, and runs what the user wrote with them.</summary>
internal static class JsonProgram
{
    private const string Usings = """
        using System.Collections.Immutable;
        using System.Text;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Text.Json.Serialization;
        using Covet;

        """;

    // What System.Text.Json and Covet make of one value and of one text, where they differ; empty where they are equal.
    private const string Comparer = """

        internal static class Same
        {
            public static string Write<T>(T value, JsonSerializerOptions? options = null)
            {
                options ??= Web;
                var expected = JsonSerializer.Serialize(value, options);
                var actual = CovetJson.Serialize(value);
                if (expected != actual)
                {
                    return "written " + typeof(T) + ": " + expected + " / " + actual + "\n";
                }

                var read = JsonSerializer.Serialize(CovetJson.Deserialize<T>(actual), options);
                var reread = JsonSerializer.Serialize(JsonSerializer.Deserialize<T>(actual, options), options);
                return read == reread ? "" : "read " + typeof(T) + ": " + reread + " / " + read + "\n";
            }

            public static string Read<T>(string json, JsonSerializerOptions? options = null)
            {
                options ??= Web;
                var expected = Try(() => JsonSerializer.Serialize(JsonSerializer.Deserialize<T>(json, options), options));
                var actual = Try(() => JsonSerializer.Serialize(CovetJson.Deserialize<T>(json), options));
                return expected == actual ? "" : "read " + json + ": " + expected + " / " + actual + "\n";
            }

            public static JsonSerializerOptions Web { get; } = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true };

            private static string Try(Func<string> action)
            {
                try
                {
                    return action();
                }
                catch (Exception e) when (e is JsonException or NotSupportedException)
                {
                    return "refused";
                }
            }
        }
        """;

    /// <summary>Runs <c>Program.Run()</c> of a source.</summary>
    public static string Run(string source)
    {
        using var loaded = LoadedAssembly.Load(GeneratorTestHelper.Compile(WithUsings(source) + Comparer, subject: source));
        var method = loaded.Assembly.GetType("Program")!.GetMethod("Run")!;
        return (string)method.Invoke(null, null)!;
    }

    /// <summary>The messages that the generator reports for a source.</summary>
    public static string[] Diagnose(string source) =>
        [.. GeneratorTestHelper.Diagnose(WithUsings(source)).Select(diagnostic => diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture))];

    /// <summary>The source with the usings that models need.</summary>
    public static string WithUsings(string source) => Usings + source;
}
