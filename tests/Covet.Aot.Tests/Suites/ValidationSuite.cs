using System.Text.Json;

namespace Covet.Aot.Tests;

public abstract class ValidationSuite(HttpHost host) : HttpSuite(host)
{
    private const string Good = """{"number":"CD-2","parcels":[{"to":"Anna","items":[{"sku":"abc","pieces":2}]}],"notify":"a@b.example"}""";

    [Theory]
    [InlineData("""[{"sku":"abc","pieces":2},{"sku":5,"pieces":"x"}]""", "[1].sku", "[1].pieces")]
    [InlineData("""[{"sku":"abc","pieces":2},{"sku":"a","pieces":0}]""", "[1].sku", "[1].pieces")]
    [InlineData("""[{"sku":"abc","pieces":2},null]""", "[1]")]
    [InlineData("""[{"sku":"abc","pieces":2}""", "[0]")]
    [InlineData("""{"sku":"abc","pieces":2}""", "")]
    [InlineData("", "")]
    public async Task A_streamed_body_is_refused_with_the_errors_of_any_other(string body, params string[] keys)
    {
        var reply = (await PostJsonAsync("/shopping/orders/stream", body)).IsProblem(400, keys);
        Assert.Equal(keys.Order(StringComparer.Ordinal), reply.Json.GetProperty("codes").EnumerateObject().Select(c => c.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_keeps_all_rules_is_taken() => (await PostJsonAsync("/shopping/orders", Good)).Is(200, "CD-2: 1");

    [Fact]
    public async Task Errors_at_three_depths_come_back_at_once_with_their_paths()
    {
        var reply = await PostJsonAsync(
            "/shopping/orders",
            """
            {"number":"x","parcels":[
                {"to":"Anna","items":[]},
                {"to":"B","items":[{"sku":"abc","pieces":1},{"sku":"a","pieces":0,"prices":{"eur":{"amount":5},"us d":{"amount":0}}}]}]}
            """);
        reply.IsProblem(400, "number", "parcels[1].to", "parcels[1].items[1].sku", "parcels[1].items[1].pieces", "parcels[1].items[1].prices['us d'].amount");
        var codes = reply.Json.GetProperty("codes");
        Assert.Equal("regular_expression", Only(codes, "number"));
        Assert.Equal("length", Only(codes, "parcels[1].to"));
        Assert.Equal("string_length", Only(codes, "parcels[1].items[1].sku"));
        Assert.Equal("range", Only(codes, "parcels[1].items[1].prices['us d'].amount"));
        Assert.NotEmpty(reply.Json.GetProperty("traceId").GetString()!);
    }

    [Theory]
    [InlineData("[]", "min_length")]
    [InlineData("""[{"to":"ab","items":[]},{"to":"ab","items":[]},{"to":"ab","items":[]},{"to":"ab","items":[]}]""", "max_length")]
    public async Task The_number_of_items_is_a_rule(string parcels, string code)
    {
        var reply = await PostJsonAsync("/shopping/orders", $$"""{"number":"CD-2","parcels":{{parcels}}}""");
        Assert.Equal(code, Only(reply.IsProblem(400, "parcels").Json.GetProperty("codes"), "parcels"));
    }

    [Fact]
    public async Task A_rule_that_asks_a_service_runs_after_the_attributes_hold()
    {
        var taken = await PostJsonAsync("/shopping/orders", Good.Replace("CD-2", "AB-1", StringComparison.Ordinal));
        Assert.Equal("taken", Only(taken.IsProblem(400, "number").Json.GetProperty("codes"), "number"));

        // With an attribute broken elsewhere it is not asked.
        (await PostJsonAsync("/shopping/orders", Good.Replace("CD-2", "AB-1", StringComparison.Ordinal).Replace("a@b.example", "no", StringComparison.Ordinal))).IsProblem(400, "notify");
    }

    [Fact]
    public async Task A_rule_of_a_nested_type_has_its_place()
    {
        var item = """{"sku":"abc","pieces":60}""";
        var reply = await PostJsonAsync("/shopping/orders", $$"""{"number":"CD-2","parcels":[{"to":"Anna","items":[]},{"to":"Bert","items":[{{item}},{{item}}]}]}""");
        Assert.Equal("too_heavy", Only(reply.IsProblem(400, "parcels[1].items").Json.GetProperty("codes"), "parcels[1].items"));
    }

    [Theory]
    [InlineData("de-AT,en;q=0.5", "Notify ist keine Adresse.")]
    [InlineData("en", "Notify is no address.")]
    [InlineData("en;q=0.3, de;q=0.9", "Notify ist keine Adresse.")]
    [InlineData("", "Notify is no address.")]
    public async Task Messages_follow_Accept_Language(string language, string message)
    {
        var reply = await PostJsonAsync("/shopping/orders", Good.Replace("a@b.example", "no", StringComparison.Ordinal), ("Accept-Language", language));
        Assert.Equal(message, Only(reply.IsProblem(400, "notify").Json.GetProperty("errors"), "notify"));
    }

    [Fact]
    public async Task A_hostile_Accept_Language_costs_an_answer_in_the_default_language_and_nothing_else()
    {
        string[] hostile =
        [
            new('x', 10_000), string.Join(',', Enumerable.Range(0, 1000).Select(i => $"x{i};q=0.{i}")), ";;;q=q", "*", "*;q=0", "de;q=0",
            "-", "--", "../../etc/passwd", new string(',', 10_000), "i-klingon", "zz-" + new string('y', 40),
        ];
        foreach (var language in hostile)
        {
            var reply = await PostJsonAsync("/shopping/orders", Good.Replace("a@b.example", "no", StringComparison.Ordinal), ("Accept-Language", language));
            Assert.Equal("Notify is no address.", Only(reply.IsProblem(400, "notify").Json.GetProperty("errors"), "notify"));
        }
    }

    [Fact]
    public async Task A_tree_without_end_is_refused_at_its_depth_and_a_wide_one_is_checked_to_its_last_leaf()
    {
        (await PostJsonAsync("/shopping/tree", Nested(60))).Is(200, "60");
        var error = Assert.Single((await PostJsonAsync("/shopping/tree", Nested(60, "\"far too long\""))).IsProblem(400).Json.GetProperty("errors").EnumerateObject());
        Assert.Equal(string.Join('.', Enumerable.Repeat("next", 59)) + ".name", error.Name);

        // JSON itself ends at 64 levels.
        foreach (var depth in new[] { 100, 20_000 })
        {
            (await PostJsonAsync("/shopping/tree", Nested(depth))).IsProblem(400);
        }

        static string Nested(int depth, string last = "\"n\"") =>
            string.Concat(Enumerable.Repeat("{\"name\":\"n\",\"next\":", depth - 1)) + "{\"name\":" + last + "}" + new string('}', depth - 1);
    }

    [Fact]
    public async Task Errors_without_end_are_told_up_to_ten_thousand()
    {
        var reply = await PostJsonAsync("/shopping/items", "[" + string.Join(',', Enumerable.Repeat("""{"sku":"a","pieces":0}""", 50_000)) + "]");
        Assert.Equal("too_many_errors", Only(reply.IsProblem(400).Json.GetProperty("codes"), "[5000].sku"));
        Assert.Equal(10_001, reply.Json.GetProperty("errors").EnumerateObject().Count());
    }

    [Fact]
    public async Task Parameters_are_checked_and_all_of_them_are_named() =>
        (await GetAsync("/shopping/orders?number=1&depth=9")).IsProblem(400, "number", "depth");

    [Fact]
    public async Task An_assembly_can_answer_422()
    {
        (await PostJsonAsync("/library/books", """{"id":0,"title":"","year":2000}""")).IsProblem(422, "id", "title");

        // Malformed JSON is not a question of rules.
        (await PostJsonAsync("/library/books", "{")).IsProblem(400);
    }

    private static string? Only(JsonElement map, string key) => Assert.Single(map.GetProperty(key).EnumerateArray()).GetString();
}
