using Covet.Generators.Model;
using Covet.Internal;

namespace Covet.Generators.Tests.Routing;

/// <summary>What a match is, said case by case; <see cref="DifferentialRoutingTests"/> says that it is ASP.NET Core's.</summary>
public sealed class RouteMatchingTests
{
    [Theory]
    [InlineData("/todos", "0 {}")]
    [InlineData("/TODOS", "0 {}")]
    [InlineData("/todos/", "0 {}")]
    [InlineData("/todos//", "none {}")]
    [InlineData("//todos", "none {}")]
    [InlineData("/todos/5", "1 {id='5'}")]
    [InlineData("/todos/abc", "2 {name='abc'}")]
    [InlineData("/todos/a%2Fb", "2 {name='a%2Fb'}")]
    [InlineData("/todos/a b", "2 {name='a b'}")]
    [InlineData("/files", "3 {path=null}")]
    [InlineData("/files/a/b/", "3 {path='a/b/'}")]
    [InlineData("/files//a", "3 {path='/a'}")]
    [InlineData("/", "4 {}")]
    [InlineData("", "4 {}")]
    [InlineData("/download/a.tar.gz", "5 {ext='gz', name='a.tar'}")]
    [InlineData("/download/a", "5 {name='a'}")]
    [InlineData("/download/a.", "none {}")]
    [InlineData("/page", "6 {number='1'}")]
    [InlineData("/page/7", "6 {number='7'}")]
    [InlineData("/ÜBER", "7 {}")]
    [InlineData("/\uD801\uDC28", "8 {}")]
    public void Paths_go_where_their_shape_says(string path, string expected) =>
        Assert.Equal(expected, CovetRouter.Gets("todos", "todos/{id:int}", "todos/{name}", "files/{*path}", "", "download/{name}.{ext?}", "page/{number=1}", "über", "\uD801\uDC00").Route(path).ToString());

    [Theory]
    [InlineData("{x:int}", "2147483647", "2147483648")]
    [InlineData("{x:bool}", "TRUE", "1")]
    [InlineData("{x:datetime}", "2024-02-29", "2023-02-29")]
    [InlineData("{x:decimal}", "79228162514264337593543950335", "79228162514264337593543950336")]
    [InlineData("{x:double}", "1e5", "e5")]
    [InlineData("{x:float}", "1,000.5", "x")]
    [InlineData("{x:guid}", "0f8fad5bd9cb469fa16570867728950e", "0f8fad5b")]
    [InlineData("{x:long}", "-9223372036854775808", "9223372036854775808")]
    [InlineData("{x:minlength(2)}", "ab", "a")]
    [InlineData("{x:maxlength(2)}", "ab", "abc")]
    [InlineData("{x:length(2)}", "ab", "abc")]
    [InlineData("{x:length(2,3)}", "abc", "abcd")]
    [InlineData("{x:min(-5)}", "-5", "-6")]
    [InlineData("{x:max(9223372036854775807)}", "9223372036854775807", "a")]
    [InlineData("{x:range(1,5)}", "5", "6")]
    [InlineData("{x:alpha}", "aZ", "a1")]
    [InlineData("{x:regex(^\\d{{3}}-[a-c]$)}", "123-B", "123-d")]
    [InlineData("{x:required}/{y?}", "a", "")]
    [InlineData("{x:file}", "a.txt", "a.")]
    [InlineData("{x:nonfile}", "a", "a.txt")]
    [InlineData("{x:int:min(3)}", "3", "2")]
    public void A_constraint_lets_its_values_pass_and_no_others(string template, string inside, string outside)
    {
        var router = CovetRouter.Gets(template);
        Assert.Equal("0", router.Route("/" + inside).Endpoint);
        Assert.Equal("none", router.Route("/" + outside).Endpoint);
    }

    [Fact]
    public void Precedence_is_by_segment_from_the_left()
    {
        var router = CovetRouter.Gets("{*all}", "{a}/{b}", "{a}/x", "a/{b}", "a/{b:int}", "a/x", "{a:alpha}/{b}");
        Assert.Equal("5", router.Route("/a/x").Endpoint);
        Assert.Equal("4", router.Route("/a/1").Endpoint);
        Assert.Equal("3", router.Route("/a/y").Endpoint);
        Assert.Equal("6", router.Route("/b/x").Endpoint);
        Assert.Equal("2", router.Route("/1/x").Endpoint);
        Assert.Equal("1", router.Route("/1/y").Endpoint);
        Assert.Equal("0", router.Route("/1/y/z").Endpoint);
    }

    [Fact]
    public void A_lower_order_wins_over_precedence()
    {
        var router = new CovetRouter(new RouteSpec("GET", "a"), new RouteSpec("GET", "{x}") { Order = -1 });
        Assert.Equal("1", router.Route("/a").Endpoint);
    }

    [Fact]
    public void A_branch_that_ends_in_nothing_is_left_again()
    {
        var router = CovetRouter.Gets("a/b/c/d", "a/{x}/c/e", "{y}/b/{z}/f", "{*rest}");
        Assert.Equal("1 {x='b'}", router.Route("/a/b/c/e").ToString());
        Assert.Equal("2 {y='a', z='c'}", router.Route("/a/b/c/f").ToString());
        Assert.Equal("3 {rest='a/b/c/g'}", router.Route("/a/b/c/g").ToString());
    }

    [Fact]
    public void Methods_are_told_apart_at_one_pattern_and_across_patterns()
    {
        var router = new CovetRouter(new RouteSpec("POST", "a"), new RouteSpec("GET", "{x}"), new RouteSpec("PURGE", "a"), new RouteSpec("*", "any"), new RouteSpec("PUT", "any"));
        Assert.Equal("0", router.Route("/a", "POST").Endpoint);
        Assert.Equal("1", router.Route("/a", "GET").Endpoint);
        Assert.Equal("2", router.Route("/a", "purge").Endpoint);
        Assert.Equal("none", router.Route("/a", "DELETE").Endpoint);
        Assert.Equal("3", router.Route("/any", "ANYTHING").Endpoint);
        Assert.Equal("4", router.Route("/any", "PUT").Endpoint);
    }

    [Fact]
    public void Head_goes_to_get_unless_head_has_its_own()
    {
        var router = new CovetRouter(new RouteSpec("GET", "a"), new RouteSpec("GET", "b"), new RouteSpec("HEAD", "B"), new RouteSpec("*", "a"));
        Assert.Equal("0", router.Route("/a", "HEAD").Endpoint);
        Assert.Equal("2", router.Route("/b", "HEAD").Endpoint);
        Assert.Equal("1", router.Route("/b", "GET").Endpoint);
    }

    [Fact]
    public void A_thousand_literals_of_one_node_are_found_in_any_case_and_no_others()
    {
        var router = CovetRouter.Gets([.. Enumerable.Range(0, 1000).Select(i => $"api/Résource{i}/x"), .. Enumerable.Range(0, 1000).Select(i => $"api/resource-{i}")]);
        for (var i = 0; i < 1000; i++)
        {
            Assert.Equal($"{i}", router.Route($"/API/rÉSOURCE{i}/X").Endpoint);
            Assert.Equal($"{1000 + i}", router.Route($"/Api/Resource-{i}").Endpoint);
        }

        Assert.Equal("none", router.Route("/api/resource-1000").Endpoint);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(60)]
    public void A_literal_of_any_length_at_any_place_is_found_in_any_case_and_not_where_one_character_differs(int literals)
    {
        var texts = Enumerable.Range(1, literals).Select(length => new string([.. Enumerable.Range(0, length).Select(i => "abcxyz-_19"[(i * 7) % 10])])).ToArray();
        var router = CovetRouter.Gets([.. texts.Select(text => "{before}/" + text)]);
        for (var n = 0; n < literals; n++)
        {
            for (var before = 1; before <= 70; before += n % 3 == 0 ? 1 : 23)
            {
                // Characters that differ by the bit of case, by 256, or are of another script, and look alike to a careless comparison.
                var text = texts[n];
                var at = before * 31 % text.Length;
                var path = "/" + new string('é', before) + "/";
                Assert.Equal($"{n}", router.Route("/" + new string('b', before) + "/" + text.ToUpperInvariant()).Endpoint);
                Assert.Equal($"{n}", router.Route(path + text + "/").Endpoint);
                foreach (var other in new[] { (char)(text[at] ^ 0x20), (char)(text[at] + 0x100), (char)(text[at] | 0x80), '\u3042', '\0' })
                {
                    var isCase = char.IsAsciiLetter(text[at]) && other == (text[at] ^ 0x20);
                    Assert.Equal(isCase ? $"{n}" : "none", router.Route(path + text[..at] + other + text[(at + 1)..]).Endpoint);
                }

                Assert.Equal("none", router.Route(path + text + "\0").Endpoint);
            }
        }
    }

    [Fact]
    public void A_match_allocates_nothing()
    {
        var table = CovetRouter.Gets("todos", "todos/{id:int}", "files/{name}.{ext?}", "x/{a:guid}/{b:alpha}/{*rest}", "r/{x:regex(^\\d+$)}").Table;
        string[] paths = ["/todos", "/todos/5", "/files/a.b.c", "/x/0f8fad5b-d9cb-469f-a165-70867728950e/abc/d/e/f", "/r/123", "/nothing/of/the/kind", "/ÜBER", "/x/" + new string('a', 9000)];
        var captures = new RouteRange[8];
        // What a first match makes once, in this code or the runtime's, is no cost of a match: the least of a few rounds is.
        Assert.Equal(0, Enumerable.Range(0, 5).Min(_ =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            foreach (var path in paths)
            {
                table.TryMatch(path, "GET", captures, out var _);
                table.TryMatch(path, "HEAD", captures, out var _);
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }));
    }

    [Fact]
    public void Paths_of_any_length_are_walked_in_step_with_the_routes_that_fit()
    {
        // 28 segments are ASP.NET Core's limit. Each level offers a literal and a parameter; without pruning a path would try every combination.
        var routes = Enumerable.Range(0, 28).Select(depth => string.Join('/', Enumerable.Range(0, depth + 1).Select(i => i % 2 == 0 ? "a" : $"{{p{i}}}")));
        var router = CovetRouter.Gets([.. routes, "{*rest}"]);
        var deep = "/" + string.Join('/', Enumerable.Repeat("a", 28));
        Assert.Equal("27", router.Route(deep).Endpoint);
        Assert.Equal("28", router.Route(deep + "/a").Endpoint);
        Assert.Equal("28", router.Route("/" + new string('/', 10_000)).Endpoint);
    }
}
