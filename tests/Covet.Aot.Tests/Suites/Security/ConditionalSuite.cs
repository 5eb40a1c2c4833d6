using System.Net.Http.Headers;

namespace Covet.Aot.Tests;

/// <summary>Preconditions of reads (RFC 9110 section 13): who asks for a state that is no more must not be given another as if it were that one.</summary>
public abstract class ConditionalSuite(HttpHost host) : SecurityRequests(host)
{
    private const string Then = "Sun, 01 Jun 2025 12:00:00 GMT";
    private const string Before = "Sun, 01 Jun 2025 11:59:59 GMT";

    // What a header says of the state "v1" of that time: it is not sent, holds, does not hold, or is nonsense.
    private static readonly string?[] Tags = [null, "\"v1\"", "\"v0\"", "v1\""];
    private static readonly string?[] Dates = [null, Then, Before, "yesterday"];

    [Theory]
    [InlineData("tagged")]
    [InlineData("tagged-dated")]
    [InlineData("tagged-long")]
    [InlineData("hashed")]
    [InlineData("dated")]
    [InlineData("weak")]
    [InlineData("long")]
    public async Task A_state_that_is_no_more_is_412_and_not_another_state(string kind)
    {
        var path = "/security/conditional/" + kind;
        string[] stale = ["\"v0\"", "W/\"v0\"", "\"v0\", \"v2\"", "W/\"v1\"", "v1", "\"v1", "\"V1\"", "\"\"", "", "\"*\"", "\"v0,v1\"", "**", ","];
        foreach (var tag in stale)
        {
            var reply = (await GetAsync(path, ("If-Match", tag))).IsProblem(412);
            Assert.True(reply.Headers.CacheControl!.NoStore, "A cache would give this answer to others.");
            Assert.Null(reply.ContentHeaders.Expires);
            Assert.DoesNotContain("state", reply.Body, StringComparison.Ordinal);
            (await SendAsync(HttpMethod.Head, path, null, ("If-Match", tag))).Is(412, "");
        }

        // The state that is there, in each form that says so; a weak tag or none is never a match.
        foreach (var tag in new[] { "*", "\"v1\"", "\"v0\", \"v1\"", "W/\"v1\",\"v1\" , \"v2\"", "\"a,b\", \"v1\"" })
        {
            var holds = tag == "*" || kind.StartsWith("tagged", StringComparison.Ordinal);
            Assert.Equal(holds ? 200 : 412, (await GetAsync(path, ("If-Match", tag))).Status);
        }
    }

    [Fact]
    public async Task Each_combination_of_preconditions_is_judged_in_the_order_of_section_13_2_2()
    {
        var judged = new Dictionary<int, int>();
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
        {
            foreach (var kind in new[] { "tagged-dated", "tagged-dated-long" })
            {
                for (var i = 0; i < 256; i++)
                {
                    var (match, unmodified, none, modified) = (i & 3, (i >> 2) & 3, (i >> 4) & 3, i >> 6);
                    var expected = match > 1 ? 412
                        : match == 0 && unmodified == 2 ? 412
                        : none == 1 ? 304
                        : none == 0 && modified == 1 ? 304
                        : 200;
                    (string, string?)[] headers = [("If-Match", Tags[match]), ("If-Unmodified-Since", Dates[unmodified]), ("If-None-Match", Tags[none]), ("If-Modified-Since", Dates[modified])];
                    var sent = headers.Where(h => h.Item2 is not null).Select(h => (h.Item1, h.Item2!)).ToArray();
                    var reply = await SendAsync(method, "/security/conditional/" + kind, null, sent);
                    Assert.True(reply.Status == expected, $"{method} {kind} with {string.Join("; ", sent)}: {reply.Status}, not {expected}");
                    Assert.Equal("\"v1\"", reply.Headers.ETag!.ToString());
                    judged[expected] = judged.GetValueOrDefault(expected) + 1;
                }
            }
        }

        Assert.Equal([200, 304, 412], judged.Keys.Order());
    }

    [Fact]
    public async Task A_weak_tag_is_enough_to_spare_a_transfer_and_not_enough_to_name_a_state()
    {
        foreach (var tag in new[] { "W/\"v1\"", "\"v1\"" })
        {
            (await GetAsync("/security/conditional/weak", ("If-None-Match", tag))).Is(304, "");
            (await GetAsync("/security/conditional/tagged", ("If-None-Match", tag))).Is(304, "");
            (await GetAsync("/security/conditional/weak", ("If-Match", tag))).IsProblem(412);
        }
    }

    [Fact]
    public async Task The_tag_that_Covet_gave_names_the_state_and_that_of_another_does_not()
    {
        var tag = (await GetAsync("/security/conditional/hashed")).Is(200, "state").Headers.ETag!.ToString();
        var other = (await GetAsync("/security/tagged")).Headers.ETag!.ToString();
        (await GetAsync("/security/conditional/hashed", ("If-Match", tag))).Is(200, "state");
        (await GetAsync("/security/conditional/hashed", ("If-Match", tag), ("If-None-Match", tag))).Is(304, "");
        (await GetAsync("/security/conditional/hashed", ("If-Match", other))).IsProblem(412);
        Assert.Null((await GetAsync("/security/conditional/long")).Headers.ETag);
    }

    [Fact]
    public async Task Dates_count_where_the_state_has_one_and_in_each_form_of_a_date()
    {
        foreach (var date in new[] { Before, "Sunday, 01-Jun-25 11:59:59 GMT", "Sun Jun  1 11:59:59 2025" })
        {
            (await GetAsync("/security/conditional/dated", ("If-Unmodified-Since", date))).IsProblem(412);
            (await GetAsync("/security/conditional/tagged", ("If-Unmodified-Since", date))).Is(200, "state");
            (await GetAsync("/security/conditional/dated", ("If-Modified-Since", date))).Is(200, "state");
        }

        (await GetAsync("/security/conditional/dated", ("If-Unmodified-Since", Then))).Is(200, "state");
        (await GetAsync("/security/conditional/dated", ("If-Modified-Since", Then))).Is(304, "");
    }

    [Fact]
    public async Task Preconditions_of_what_fails_anyway_are_not_judged()
    {
        foreach (var (name, value) in new[] { ("If-Match", "\"v0\""), ("If-None-Match", "\"v1\""), ("If-None-Match", "*"), ("If-Unmodified-Since", Before) })
        {
            (await GetAsync("/security/conditional/missing-tagged-dated", (name, value))).Is(404, "state");
        }
    }

    [Fact]
    public async Task Many_tags_in_many_lines_are_one_list()
    {
        var lines = string.Join("\r\n", Enumerable.Range(2, 40).Select(i => $"If-Match: \"v{i}\", W/\"v1\""));
        Assert.Equal(412, StatusOf(await RawGetAsync("/security/conditional/tagged", lines)));
        Assert.Equal(200, StatusOf(await RawGetAsync("/security/conditional/tagged", lines + "\r\nIf-Match: \"v1\"")));
        Assert.Equal(304, StatusOf(await RawGetAsync("/security/conditional/tagged", lines.Replace("If-Match", "If-None-Match", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task A_refusal_describes_no_body_of_the_state()
    {
        var reply = (await GetAsync("/security/conditional/tagged", ("If-Match", "\"v0\""))).IsProblem(412);
        Assert.Equal(reply.Body.Length, reply.ContentHeaders.ContentLength);
        Assert.Equal(new EntityTagHeaderValue("\"v1\""), reply.Headers.ETag);
        var unchanged = (await GetAsync("/security/conditional/tagged", ("If-None-Match", "\"v1\""))).Is(304, "");
        Assert.Equal(TimeSpan.FromSeconds(60), unchanged.Headers.CacheControl!.MaxAge);
        Assert.Null(unchanged.ContentType);
    }
}
