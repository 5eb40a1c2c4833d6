namespace Covet.Aot.Tests;

public abstract class QuerySuite(HttpHost host) : HttpSuite(host)
{
    [Theory]
    [InlineData("int?value=5", "5")]
    [InlineData("int?value=-2147483648", "-2147483648")]
    [InlineData("int?VALUE=5", "5")]
    [InlineData("int-or-null", "null")]
    [InlineData("int-or-null?value=3", "3")]
    [InlineData("int-default", "42")]
    [InlineData("int-default?value=1", "1")]
    [InlineData("text?value=a%20b%2Bc+d", "a b+c d")]
    [InlineData("text?value=gr%C3%BC%C3%9Fe", "grüße")]
    [InlineData("text-or-null", "null")]
    [InlineData("text-or-null?value=x", "x")]
    [InlineData("renamed?the-name=x", "x")]
    [InlineData("ints?value=1&value=2&value=3", "[1,2,3]")]
    [InlineData("ints", "[]")]
    [InlineData("texts?value=a&value=b", "[\"a\",\"b\"]")]
    [InlineData("texts-or-null?value=a&value=b", "a|b")]
    [InlineData("colour?value=DarkBlue", "DarkBlue")]
    [InlineData("colour?value=darkblue", "DarkBlue")]
    [InlineData("colours?value=red&value=GREEN", "Red|Green")]
    [InlineData("guid?value=6f9619ff-8b86-d011-b42d-00cf4fc964ff", "\"6f9619ff-8b86-d011-b42d-00cf4fc964ff\"")]
    [InlineData("date?value=2026-02-28", "2026-02-28")]
    [InlineData("instant?value=2026-02-28T12:00:00%2B02:00", "2026-02-28T10:00:00.0000000+00:00")]
    [InlineData("span?value=00:01:30", "90")]
    [InlineData("decimal?value=1.50", "1.50")]
    [InlineData("bool?value=true", "true")]
    [InlineData("uri?value=https%3A%2F%2Fexample.org%2Fa", "example.org")]
    [InlineData("celsius?value=21.5C", "21.5")]
    [InlineData("pair?value=3x4", "12")]
    [InlineData("checked?count=3&word=abc", "abc3")]
    [InlineData("paged", "20 - -")]
    [InlineData("paged?limit=5&offset=10", "5 10 -")]
    public async Task A_value_of_the_query_is_bound(string request, string answer) => (await GetAsync("/query/" + request)).Is(200, answer);

    [Theory]
    [InlineData("int?value=1&value=2")]
    [InlineData("int-or-null?value=1&value=2")]
    [InlineData("int-default?value=1&VALUE=2&value=3")]
    public async Task A_value_that_is_there_several_times_is_told_of_as_such(string request)
    {
        var error = Assert.Single((await GetAsync("/query/" + request)).IsProblem(400, "value").Json.GetProperty("errors").GetProperty("value").EnumerateArray()).GetString();
        Assert.Equal("The query parameter 'value' must be an integer from -2147483648 to 2147483647, once; it is there several times.", error);
    }

    [Theory]
    [InlineData("int")]
    [InlineData("int?value=")]
    [InlineData("int?value=x")]
    [InlineData("int?value=2147483648")]
    [InlineData("int?value=1.5")]
    [InlineData("int-or-null?value=x")]
    [InlineData("int-default?value=x")]
    [InlineData("text")]
    [InlineData("colour?value=purple")]
    [InlineData("guid?value=6f9619ff")]
    [InlineData("date?value=2026-02-30")]
    [InlineData("instant?value=yesterday")]
    [InlineData("span?value=long")]
    [InlineData("decimal?value=1.5.5")]
    [InlineData("bool?value=2")]
    [InlineData("celsius?value=21.5F")]
    [InlineData("pair?value=3")]
    public async Task A_value_that_does_not_fit_is_named(string request) => (await GetAsync("/query/" + request)).IsProblem(400, "value");

    [Fact]
    public async Task An_item_that_does_not_fit_is_named_with_its_place() =>
        (await GetAsync("/query/ints?value=1&value=x&value=y")).IsProblem(400, "value[1]", "value[2]");

    [Fact]
    public async Task All_errors_of_a_request_are_answered_at_once() =>
        (await GetAsync("/query/many?a=x&b=y&c=z")).IsProblem(400, "a", "b", "c", "d");

    [Fact]
    public async Task Rules_on_parameters_are_checked() =>
        (await GetAsync("/query/checked?count=11&word=abcdef")).IsProblem(400, "count", "word");

    [Fact]
    public async Task A_members_rule_of_AsParameters_is_checked() =>
        (await GetAsync("/query/paged?limit=101")).IsProblem(400, "limit");

    [Fact]
    public async Task A_member_of_AsParameters_binds_from_its_own_source() =>
        (await GetAsync("/query/paged?limit=1", ("X-Sort", "name"))).Is(200, "1 - name");
}
