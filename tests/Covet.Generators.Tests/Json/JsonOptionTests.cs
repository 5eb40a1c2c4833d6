namespace Covet.Generators.Tests.Json;

/// <summary>Options whose effect shows only together, against System.Text.Json under the same ones.</summary>
public sealed class JsonOptionTests
{
    private const string Options = """
        [assembly: CovetJsonOptions(NamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, PropertyNameCaseInsensitive = false, AllowDuplicateProperties = false)]
        [assembly: JsonModel(typeof(JsonObject))]
        [assembly: JsonModel(typeof(JsonElement))]

        """;

    [Fact]
    public void Names_that_differ_in_their_case_stand_beside_one_another_in_a_node_where_the_options_tell_them_apart() => Assert.Empty(JsonProgram.Run(Options + """
        public static class Program
        {
            private static readonly JsonSerializerOptions Reference = new(JsonSerializerDefaults.Web) { PropertyNameCaseInsensitive = false, AllowDuplicateProperties = false };

            public static string Run() => Compare<JsonObject>() + Compare<JsonElement>();

            private static string Compare<T>() => string.Concat(new[]
            {
                "{\"a\":1,\"A\":2}", "{\"a\":1,\"a\":2}", "{\"a\":1,\"\\u0061\":2}", "{\"b\":[{\"a\":1,\"A\":2}]}", "{\"b\":[{\"\u00e4\":1,\"\u00c4\":2}]}", "{\"b\":[{\"\u00e4\":1,\"\u00e4\":2}]}",
                Many(40, -1), Many(40, 3), Many(40, 39), Many(16, 15), Many(17, 16),
            }.Select(json => Try(() => JsonSerializer.Serialize(Expected<T>(json))) == Try(() => JsonSerializer.Serialize(CovetJson.Deserialize<T>(json))) ? "" : typeof(T).Name + " " + json + "\n"));

            private static T? Expected<T>(string json)
            {
                try
                {
                    return JsonSerializer.Deserialize<T>(json, Reference);
                }
                catch (ArgumentException e)
                {
                    // How its nodes refuse a name that stands twice.
                    throw new JsonException(e.Message, e);
                }
            }

            // So many names, and one of them once more.
            private static string Many(int count, int again) =>
                "{" + string.Join(",", Enumerable.Range(0, count).Select(i => $"\"n{i}\":{i}").Concat(again < 0 ? [] : [$"\"n{again}\":0"])) + "}";

            private static string Try(Func<string> action)
            {
                try
                {
                    return action();
                }
                catch (JsonException)
                {
                    return "refused";
                }
            }
        }
        """));

    [Fact]
    public void A_converter_factory_is_given_the_options_of_the_assembly() => Assert.Equal("\"hello_world hello_world\"", JsonProgram.Run(Options + """
        public static class Program
        {
            public static string Run() => CovetJson.Serialize(new Greeting());
        }

        [JsonModel, JsonConverter(typeof(Factory))] public sealed class Greeting;

        public sealed class Factory : JsonConverterFactory
        {
            public override bool CanConvert(Type type) => true;
            public override JsonConverter CreateConverter(Type type, JsonSerializerOptions options) => new Converter(Converter.Name(options));
        }

        public sealed class Converter(string made) : JsonConverter<Greeting>
        {
            public static string Name(JsonSerializerOptions options) => options.PropertyNamingPolicy?.ConvertName("HelloWorld") ?? "HelloWorld";
            public override Greeting Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => new();
            public override void Write(Utf8JsonWriter writer, Greeting value, JsonSerializerOptions options) => writer.WriteStringValue(made + " " + Name(options));
        }
        """));
}
