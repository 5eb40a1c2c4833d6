using System.IO.Compression;
using System.Text;

namespace Covet.Aot.Tests;

/// <summary>The document as it is served, transformers included, and what hostile headers make of it.</summary>
public abstract class OpenApiSuite(HttpHost host) : HttpSuite(host)
{
    private const string V1 = "/openapi/v1.json";

    [Fact]
    public async Task Transformers_run_once_for_all_formats_and_codings()
    {
        for (var i = 0; i < 3; i++)
        {
            var info = (await GetAsync(V1)).Json.GetProperty("info");
            Assert.Equal("v1 1", info.GetProperty("x-transformed").GetString());
            Assert.Equal("v1 1 True", info.GetProperty("x-then").GetString());
        }

        var yaml = await GetAsync("/openapi/v1.yaml");
        Assert.Equal((200, "application/yaml"), (yaml.Status, yaml.ContentType));
        Assert.Contains("\n  x-transformed: v1 1\n  x-then: v1 1 True\n", yaml.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("br", null)]
    [InlineData("br;q=0.2, gzip;q=0.9", "gzip")]
    [InlineData("zstd, deflate", null)]
    public async Task A_coding_has_bytes_and_a_tag_of_its_own_and_304_to_who_has_it(string accept, string? coding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, V1);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accept);
        using var response = await Client.SendAsync(request);
        Assert.Equal(coding, response.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal("Accept-Encoding", response.Headers.Vary.ToString());
        var bytes = await response.Content.ReadAsByteArrayAsync();
        Assert.Equal(bytes.Length, response.Content.Headers.ContentLength);
        using var plain = new MemoryStream();
        await using (Stream content = coding is null ? new MemoryStream(bytes) : new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress))
        {
            await content.CopyToAsync(plain);
        }

        Assert.Equal((await GetAsync(V1)).Body, Encoding.UTF8.GetString(plain.ToArray()));
        var tag = response.Headers.ETag!.ToString();
        Assert.Equal(coding is not null, tag != (await GetAsync(V1)).Headers.ETag!.ToString());
        var again = await GetAsync(V1, ("Accept-Encoding", accept), ("If-None-Match", "\"other\", W/" + tag));
        Assert.Equal((304, "", tag), (again.Status, again.Body, again.Headers.ETag!.ToString()));
    }

    [Fact]
    public async Task HEAD_has_the_headers_of_GET_and_no_body()
    {
        var get = await GetAsync(V1);
        var head = await SendAsync(HttpMethod.Head, V1, null);
        Assert.Equal((200, "", get.ContentType, get.ContentHeaders.ContentLength), (head.Status, head.Body, head.ContentType, head.ContentHeaders.ContentLength));
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Equal(304, (await SendAsync(HttpMethod.Head, V1, null, ("If-None-Match", "*"))).Status);
    }

    [Theory]
    [InlineData("/openapi/v9.json")]
    [InlineData("/openapi/v1.xml")]
    [InlineData("/openapi/..%2fv1.json")]
    [InlineData("/openapi/")]
    public async Task A_document_that_is_not_there_is_a_404(string path) => (await GetAsync(path)).IsProblem(404);

    [Fact]
    public async Task Another_method_is_refused() => Assert.Equal(405, (await SendAsync(HttpMethod.Post, V1, null)).Status);

    [Theory]
    [InlineData("Accept-Encoding", ",,;;q=,=")]
    [InlineData("Accept-Encoding", "gzip;q=9, br;q=-1")]
    [InlineData("Accept-Encoding", "gzip;q=0.00000000000000000000001")]
    [InlineData("Accept-Encoding", "identity;q=0, *;q=0")]
    [InlineData("If-None-Match", "\"")]
    [InlineData("If-None-Match", "W/")]
    [InlineData("If-None-Match", ",,,,\"a")]
    [InlineData("Range", "bytes=0-1")]
    [InlineData("Accept", "application/xml")]
    public async Task A_header_that_is_nonsense_costs_nobody_the_document(string name, string value)
    {
        var plain = await GetAsync(V1);
        foreach (var text in new[] { value, string.Join(',', Enumerable.Repeat(value, 10_000 / (value.Length + 1))) })
        {
            (await GetAsync(V1, (name, text))).Is(200, plain.Body);
        }
    }

    [Fact]
    public async Task A_list_of_thousands_of_tags_is_read_to_its_end()
    {
        var tag = (await GetAsync(V1)).Headers.ETag!.ToString();
        var others = string.Join(", ", Enumerable.Range(0, 1000).Select(i => $"\"{i}\""));
        Assert.Equal(304, (await GetAsync(V1, ("If-None-Match", others + ", " + tag))).Status);
        Assert.Equal(200, (await GetAsync(V1, ("If-None-Match", others))).Status);
    }
}
