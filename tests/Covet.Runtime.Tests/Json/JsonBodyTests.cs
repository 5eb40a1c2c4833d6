using System.Text;
using Microsoft.AspNetCore.Http.Features;

namespace Covet.Runtime.Tests.Json;

public sealed class JsonBodyTests
{
    public static TheoryData<string> JsonTypes => ["application/json", "application/json; charset=utf-8", "APPLICATION/JSON;charset=\"UTF-8\"", "application/vnd.api+json", "application/merge-patch+json; v=1"];

    public static TheoryData<string?> OtherTypes => [(string?)null, "", "text/plain", "text/json", "application/jsonx", "application/xml", "application/json; charset=utf-16", "application/*", "json"];

    [Theory]
    [MemberData(nameof(JsonTypes))]
    public async Task Json_content_types_are_read(string contentType)
    {
        var read = await Read("{\"x\":1,\"name\":\"a\"}", contentType: contentType);
        Assert.Null(read.Errors);
        Assert.Equal(new Point(1, "a"), read.Value);
    }

    [Theory]
    [MemberData(nameof(OtherTypes))]
    public async Task Another_content_type_is_415(string? contentType)
    {
        var read = await Read("{\"x\":1}", contentType: contentType);
        Assert.Equal(415, read.Errors!.StatusCode);
        Assert.Equal(RequestErrorCodes.UnsupportedMediaType, Assert.Single(read.Errors.Items).Code);
    }

    [Theory]
    [InlineData("", "application/json")]
    [InlineData(" \r\n", "application/json")]
    [InlineData("\uFEFF", "application/json")]
    [InlineData("null", "application/json")]
    [InlineData("", null)]
    public async Task A_missing_body_is_a_required_error_unless_it_may_be_absent(string body, string? contentType)
    {
        var read = await Read(body, contentType: contentType);
        var error = Assert.Single(read.Errors!.Items);
        Assert.Equal((RequestErrorCodes.Required, "", 0), (error.Code, error.Key, read.Errors.StatusCode));

        var optional = await JsonBody.ReadAsync<Point, PointCodec>(BodyContext.Of(body, contentType: contentType), allowEmpty: true);
        Assert.Null(optional.Errors);
        Assert.Null(optional.Value);
    }

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(1)]
    [InlineData(7)]
    public async Task A_body_is_read_in_whatever_pieces_it_comes(int pieceSize)
    {
        var read = await Read("\uFEFF {\"x\":12345,\"other\":[{}],\"name\":\"naïve 😀\"} ", pieceSize);
        Assert.Null(read.Errors);
        Assert.Equal(new Point(12345, "naïve 😀"), read.Value);
    }

    [Theory]
    [InlineData("{\"x\":1,\n \"name\" \"a\"}", "name", 2, 9)]
    [InlineData("{\"x\":1", "x", 1, 7)]
    [InlineData("{\"x\":01}", "x", 1, 7)]
    [InlineData("{\"x\":1} x", "", 1, 9)]
    public async Task Malformed_json_is_400_with_its_place(string body, string key, int line, int column)
    {
        var read = await Read(body);
        var error = Assert.Single(read.Errors!.Items);
        Assert.Equal(400, read.Errors.StatusCode);
        Assert.Equal((RequestErrorCodes.MalformedJson, key), (error.Code, error.Key));
        Assert.EndsWith($"Line {line}, byte {column}.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_members_that_do_not_fit_are_reported_together()
    {
        var read = await Read("{\"name\":5}");
        Assert.Equal(["name", "x"], read.Errors!.Items.Select(static e => e.Key).Order());
        Assert.Equal(0, read.Errors.StatusCode);
    }

    [Fact]
    public async Task No_error_repeats_more_than_64_bytes_of_the_input()
    {
        var secret = new string('s', 500);
        foreach (var body in new[] { $"{{\"x\":\"{secret}\"}}", $"{{\"{secret}\":{{\"{secret}\":!}}}}", secret, $"{{\"x\":1,\"name\":\"{secret}\u0001\"}}" })
        {
            var read = await Read(body);
            foreach (var error in read.Errors!.Items)
            {
                Assert.DoesNotContain(secret[..65], error.Key + error.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task A_length_over_the_limit_is_413_before_a_byte_is_read()
    {
        var body = new BodyContext();
        body.Context.Features.Set<IHttpMaxRequestBodySizeFeature>(new Limit(20_000));
        body.Context.Request.ContentLength = 20_001;
        var read = await JsonBody.ReadAsync<Point, PointCodec>(body.Context, allowEmpty: false);
        Assert.Equal(413, read.Errors!.StatusCode);
        Assert.Equal(RequestErrorCodes.TooLarge, Assert.Single(read.Errors.Items).Code);
    }

    [Fact]
    public async Task What_the_server_says_of_the_body_becomes_the_status()
    {
        foreach (var status in new[] { 400, 408, 413 })
        {
            var body = new BodyContext();
            body.End(new BadHttpRequestException("no", status));
            var read = await JsonBody.ReadAsync<Point, PointCodec>(body.Context, allowEmpty: false);
            Assert.Equal(status, read.Errors!.StatusCode);
        }
    }

    [Fact]
    public async Task A_client_that_vanishes_is_no_failure_of_the_server()
    {
        var body = new BodyContext();
        var reading = JsonBody.ReadAsync<Point, PointCodec>(body.Context, allowEmpty: false);
        await body.SendAsync("{\"x\""u8.ToArray());
        body.End(new IOException("reset"));
        Assert.Equal(499, (await reading).Errors!.StatusCode);
    }

    [Fact]
    public async Task A_cancelled_request_is_no_failure_of_the_server()
    {
        using var source = new CancellationTokenSource();
        var body = new BodyContext();
        body.Context.RequestAborted = source.Token;
        var reading = JsonBody.ReadAsync<Point, PointCodec>(body.Context, allowEmpty: false);
        await source.CancelAsync();
        Assert.Equal(499, (await reading).Errors!.StatusCode);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(3333)]
    [InlineData(50_000)]
    public async Task A_long_array_is_read_in_pieces_to_the_same_list(int pieceSize)
    {
        var expected = Enumerable.Range(0, 8000).Select(static i => new Point(i, "näme, \"quoted\" [" + i + "] \\")).ToList();
        var read = await JsonBody.ReadAsync<List<Point>, PointListCodec>(BodyContext.Of(" \n" + ToJson(expected, ",\r\n "), pieceSize), allowEmpty: false);
        Assert.Null(read.Errors);
        Assert.Equal(expected, read.Value);
    }

    [Theory]
    [InlineData("[{}", "x", RequestErrorCodes.Required)]
    [InlineData("]", "", RequestErrorCodes.MalformedJson)]
    [InlineData(",]", "", RequestErrorCodes.MalformedJson)]
    [InlineData(",,{\"x\":1}]", "", RequestErrorCodes.MalformedJson)]
    [InlineData("", "", RequestErrorCodes.MalformedJson)]
    [InlineData("] x", "", RequestErrorCodes.MalformedJson)]
    [InlineData("}", "", RequestErrorCodes.MalformedJson)]
    public async Task A_long_array_that_ends_badly_is_refused(string end, string keyEnd, string code)
    {
        var items = Enumerable.Range(0, 8000).Select(static i => new Point(i, "name " + i)).ToList();
        var text = ToJson(items, ",\n")[..^1];
        var read = await JsonBody.ReadAsync<List<Point>, PointListCodec>(BodyContext.Of(end == "[{}" ? text + ",{\"y\":1}]" : text + end, 1000), allowEmpty: false);
        if (end == "]")
        {
            Assert.Null(read.Errors);
            return;
        }

        var error = Assert.Single(read.Errors!.Items);
        Assert.Equal(code, error.Code);
        Assert.EndsWith(keyEnd, error.Key, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_place_of_an_error_in_a_long_array_is_that_in_the_whole_body()
    {
        var items = Enumerable.Range(0, 8000).Select(static i => new Point(i, "name " + i)).ToList();
        var text = ToJson(items, ",\n").Replace("{\"x\":7321,", "{\"x\":\"!\",", StringComparison.Ordinal);
        var read = await JsonBody.ReadAsync<List<Point>, PointListCodec>(BodyContext.Of(text, 1000), allowEmpty: false);
        var error = Assert.Single(read.Errors!.Items);
        Assert.Equal("[7321].x", error.Key);
        Assert.EndsWith("Line 7322, byte 6.", error.Message, StringComparison.Ordinal);

        var oneLine = ToJson(items, ",").Replace("{\"x\":7321,", "{\"x\":!,", StringComparison.Ordinal);
        var malformed = await JsonBody.ReadAsync<List<Point>, PointListCodec>(BodyContext.Of(oneLine, 1000), allowEmpty: false);
        var place = oneLine.IndexOf('!', StringComparison.Ordinal) + 1;
        Assert.EndsWith($"Line 1, byte {place}.", Assert.Single(malformed.Errors!.Items).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_hands_out_items_before_the_body_ends()
    {
        var body = new BodyContext();
        await body.SendAsync("\uFEFF [ {\"x\":1},{\"x\":2}"u8.ToArray());
        await using var items = JsonBody.ReadStreamAsync<Point, PointCodec>(body.Context).GetAsyncEnumerator();
        Assert.True(await items.MoveNextAsync());
        Assert.Equal(1, items.Current.X);
        var second = items.MoveNextAsync();
        Assert.False(second.IsCompleted);
        await body.SendAsync(" , {\"x\":3,\"name\":\"a\\"u8.ToArray());
        Assert.True(await second);
        Assert.Equal(2, items.Current.X);
        var third = items.MoveNextAsync();
        await body.SendAsync("\"],\"} ] "u8.ToArray());
        body.End();
        Assert.True(await third);
        Assert.Equal(new Point(3, "a\"],"), items.Current);
        Assert.False(await items.MoveNextAsync());
    }

    [Theory]
    [InlineData("", 400)]
    [InlineData("{}", 400)]
    [InlineData("null", 400)]
    [InlineData("[{\"x\":1}", 400)]
    [InlineData("[{\"x\":1},]", 400)]
    [InlineData("[{\"x\":1}] 1", 400)]
    [InlineData("[null]", 400)]
    [InlineData("[{}]", 400)]
    public async Task A_streamed_body_that_is_no_array_of_items_throws_the_status(string body, int status)
    {
        var thrown = await Assert.ThrowsAnyAsync<BadHttpRequestException>(async () =>
        {
            await foreach (var item in JsonBody.ReadStreamAsync<Point, PointCodec>(BodyContext.Of(body, 2)))
            {
                Assert.Equal(1, item.X);
            }
        });
        Assert.Equal(status, thrown.StatusCode);
    }

    [Theory]
    [InlineData("[{\"x\":\"no\"}]", 422)]
    [InlineData("5", 422)]
    [InlineData("", 422)]
    [InlineData("[{\"x\":1}", 400)]
    public async Task Errors_of_a_streamed_body_have_the_status_of_validation_unless_it_is_no_json(string body, int status)
    {
        var thrown = await Assert.ThrowsAsync<InvalidItemException>(async () =>
        {
            await foreach (var _ in JsonBody.ReadStreamAsync<Point, PointCodec>(BodyContext.Of(body), validationStatusCode: 422))
            {
            }
        });
        Assert.Equal(status, thrown.StatusCode);
        Assert.NotEmpty(thrown.Errors.Items);
    }

    [Fact]
    public async Task A_streamed_body_of_another_content_type_throws_415()
    {
        var thrown = await Assert.ThrowsAnyAsync<BadHttpRequestException>(async () =>
            await JsonBody.ReadStreamAsync<Point, PointCodec>(BodyContext.Of("[]", contentType: "text/plain")).GetAsyncEnumerator().MoveNextAsync());
        Assert.Equal(415, thrown.StatusCode);
    }

    [Fact]
    public async Task A_long_stream_keeps_no_more_than_what_has_not_been_read()
    {
        var body = new BodyContext();
        var sent = 0;
        var seen = 0;
        var item = Encoding.UTF8.GetBytes("{\"x\":1,\"name\":\"" + new string('n', 900) + "\"}");
        var reading = Task.Run(async () =>
        {
            await foreach (var _ in JsonBody.ReadStreamAsync<Point, PointCodec>(body.Context))
            {
                seen++;
            }
        });
        await body.SendAsync("["u8.ToArray());
        for (; sent < 2000; sent++)
        {
            await body.SendAsync((byte[])[.. sent > 0 ? ","u8 : default, .. item]);
        }

        await body.SendAsync("]"u8.ToArray());
        body.End();
        await reading;
        Assert.Equal(2000, seen);
    }

    private static ValueTask<BodyRead<Point>> Read(string body, int pieceSize = int.MaxValue, string? contentType = "application/json") =>
        JsonBody.ReadAsync<Point, PointCodec>(BodyContext.Of(body, pieceSize, contentType), allowEmpty: false);

    private static string ToJson(List<Point> points, string separator) =>
        "[" + string.Join(separator, points.Select(static p => $"{{\"x\":{p.X},\"name\":{System.Text.Json.JsonSerializer.Serialize(p.Name)}}}")) + "]";

    private sealed class Limit(long size) : IHttpMaxRequestBodySizeFeature
    {
        public bool IsReadOnly => true;

        public long? MaxRequestBodySize { get; set; } = size;
    }
}
