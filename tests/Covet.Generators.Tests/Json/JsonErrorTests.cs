namespace Covet.Generators.Tests.Json;

public sealed class JsonErrorTests
{
    private const string Models = """

        [JsonModel] public sealed record Order(Guid Id, string Title, DateOnly? Due) { public List<Line> Lines { get; init; } = []; }
        public sealed class Line { public string Name { get; set; } = null!; public int Count { get; set; } }
        """;

    [Fact]
    public void What_does_not_fit_is_kept_and_the_reading_goes_on() => GeneratorTestHelper.Verify(JsonProgram.WithUsings(Models), static file => file == "Json.Line.g.cs");

    [Fact]
    public void All_that_does_not_fit_is_told_at_once_with_paths_and_positions()
    {
        var told = JsonProgram.Run("""
            public static class Program
            {
                public static string Run()
                {
                    try
                    {
                        CovetJson.Deserialize<Order>("{\"id\":\"x\",\n \"due\":\"2024-13-01\",\"lines\":[{\"name\":\"a\"},{\"count\":\"one\"},null]}");
                        return "accepted";
                    }
                    catch (CovetJsonException e)
                    {
                        return string.Join("\n", e.Errors.Select(error => error.Path + " " + error.Code + " " + error.LineNumber + ":" + error.BytePositionInLine));
                    }
                }
            }
            """ + Models);
        Assert.Equal("""
            $.id malformed 0:6
            $.due malformed 1:7
            $.lines[1].count malformed 1:51
            $.lines[1].name required 1:56
            $.lines[2] required 1:58
            $.title required 1:63
            """, told);
    }

    [Fact]
    public void An_enum_that_is_sent_by_name_and_read_by_number_is_told_of_the_converter()
    {
        var told = JsonProgram.Run("""
            [JsonModel] public sealed record Paint(Colour Colour, Colour? Other = null, Shade Shade = Shade.Dark);
            public enum Colour { Red, Blue }
            [JsonConverter(typeof(JsonStringEnumConverter<Shade>))] public enum Shade : byte { Dark, Light }
            public static class Program
            {
                public static string Run()
                {
                    try
                    {
                        return CovetJson.Deserialize<Paint>("{\"colour\":\"Red\",\"other\":\"blue\",\"shade\":\"dark\"}")!.ToString();
                    }
                    catch (CovetJsonException e)
                    {
                        return string.Join("\n", e.Errors.Select(error => error.Path + " " + error.Message)) + "\n" + CovetJson.Deserialize<Paint>("{\"colour\":1,\"shade\":\"light\"}");
                    }
                }
            }
            """);
        Assert.Equal("""
            $.colour The value must be a number, as 'Colour' is read by name only where it has a JsonStringEnumConverter.
            $.other The value must be a number, as 'Colour' is read by name only where it has a JsonStringEnumConverter.
            Paint { Colour = Blue, Other = , Shade = Light }
            """, told);
    }

    [Fact]
    public void Malformed_JSON_is_told_with_its_place_and_without_the_input()
    {
        var told = JsonProgram.Run("""
            public static class Program
            {
                public static string Run()
                {
                    var result = "";
                    foreach (var json in new[] { "{\"id\":1,}", "{\"title\":\"" + new string('q', 500) + "\u0001\"}", "[", "{\"lines\":[{\"name\":tru}]}", "{} {}" })
                    {
                        try
                        {
                            CovetJson.Deserialize<Order>(json);
                            result += "accepted\n";
                        }
                        catch (CovetJsonException e)
                        {
                            result += e.IsMalformed + " " + e.Path + " " + e.BytePositionInLine + " " + e.Message.Contains("qqqq") + "\n";
                        }
                    }

                    return result;
                }
            }
            """ + Models);
        Assert.Equal("True $ 8 False\nTrue $.title 510 False\nTrue $[0] 1 False\nTrue $.lines[0].name 18 False\nTrue $ 3 False\n", told);
    }

    [Fact]
    public void A_type_without_a_codec_is_refused_with_the_way_out() =>
        Assert.Contains("[JsonModel]", JsonProgram.Run("""
            public static class Program
            {
                public static string Run()
                {
                    try
                    {
                        return Text(new Unmarked());
                    }
                    catch (NotSupportedException e)
                    {
                        return e.Message;
                    }
                }

                private static string Text<T>(T value) => CovetJson.Serialize(value);
            }

            public sealed class Unmarked;
            """), StringComparison.Ordinal);
}
