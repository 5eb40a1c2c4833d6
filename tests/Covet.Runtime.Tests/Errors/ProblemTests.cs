using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;

namespace Covet.Runtime.Tests.Errors;

public sealed class ProblemTests
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<int, string, string> Kinds => new()
    {
        { 0, "required", "A value is required." },
        { 0, "malformed", "The value is not valid." },
        { 0, "invalid", "The value is not valid." },
        { 0, "too_deep", "The value is nested too deeply to be validated." },
        { 0, "too_many_errors", "More is wrong from here on than is told." },
        { 400, "malformed_json", "The body is not well-formed JSON." },
        { 400, "bad_request", "The request could not be read." },
        { 401, "unauthorized", "The request needs authentication." },
        { 403, "forbidden", "The request is not allowed." },
        { 404, "not_found", "Nothing was found at this address." },
        { 405, "method_not_allowed", "The method is not allowed at this address." },
        { 406, "not_acceptable", "No accepted content type can be produced." },
        { 408, "request_timeout", "The request took too long to arrive." },
        { 413, "too_large", "The body is longer than the limit." },
        { 415, "unsupported_media_type", "The content type of the body is not supported." },
        { 429, "too_many_requests", "Too many requests." },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_failure_has_a_fixed_status_code_and_text(int status, string code, string text) =>
        Assert.Contains(new ProblemKind(status, code, text), ProblemKinds.All);

    [Fact]
    public void No_failure_is_missing_from_the_list_above() =>
        Assert.Equal(Kinds.Select(row => row.Data.Item2).Order(), ProblemKinds.All.Select(kind => kind.Code).Order());

    [Fact]
    public async Task Errors_are_grouped_by_key_with_codes_beside_the_messages()
    {
        RequestErrors? errors = null;
        RequestErrors.Add(ref errors, "items[2].unitPrice", "range", "Too \"big\" <é>");
        RequestErrors.Add(ref errors, "limit", "malformed", "No number");
        RequestErrors.Add(ref errors, "items[2].unitPrice", "even", "Odd");
        var (context, body) = await WriteAsync(c => Problem.WriteAsync(c, errors, 422));
        Assert.Equal(422, context.Response.StatusCode);
        Assert.Equal("application/problem+json", context.Response.ContentType);
        Assert.Equal(Encoding.UTF8.GetByteCount(body), context.Response.ContentLength);
        Assert.Equal(
            """{"type":"https://tools.ietf.org/html/rfc4918#section-11.2","title":"One or more validation errors occurred.","status":422,"errors":{"items[2].unitPrice":["Too \"big\" <é>","Odd"],"limit":["No number"]},"codes":{"items[2].unitPrice":["range","even"],"limit":["malformed"]},"traceId":"trace-1"}""",
            body);
    }

    [Fact]
    public async Task A_failure_with_a_status_of_its_own_keeps_it()
    {
        RequestErrors? errors = null;
        RequestErrors.Add(ref errors, "", "unsupported_media_type", "No");
        errors.StatusCode = 415;
        var (context, body) = await WriteAsync(c => Problem.WriteAsync(c, errors, 422));
        Assert.Equal(415, context.Response.StatusCode);
        Assert.Contains("\"title\":\"Unsupported Media Type\"", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_status_alone_has_its_title_and_detail()
    {
        var (context, body) = await WriteAsync(c => Problem.WriteAsync(c, 404, "No order 5"));
        Assert.Equal(404, context.Response.StatusCode);
        Assert.Equal("""{"type":"https://tools.ietf.org/html/rfc9110#section-15.5.5","title":"Not Found","status":404,"detail":"No order 5","traceId":"trace-1"}""", body);
    }

    [Fact]
    public async Task HEAD_gets_the_length_and_no_body()
    {
        var (context, body) = await WriteAsync(c => Problem.WriteAsync(c, 404), "HEAD");
        Assert.Equal("", body);
        Assert.True(context.Response.ContentLength > 50);
    }

    [Fact]
    public async Task A_users_document_is_written_as_SystemTextJson_writes_it()
    {
        var problem = new HttpValidationProblemDetails(new Dictionary<string, string[]> { ["a.b"] = ["x", "y"], [""] = [] })
        {
            Type = "urn:x",
            Title = "T \"<\u2028é",
            Status = 409,
            Detail = "D",
            Instance = "/i",
            Extensions =
            {
                ["text"] = "a", ["null"] = null, ["true"] = true, ["int"] = -5, ["long"] = long.MaxValue, ["ulong"] = ulong.MaxValue, ["byte"] = (byte)1, ["sbyte"] = (sbyte)-1,
                ["short"] = (short)-2, ["ushort"] = (ushort)2, ["uint"] = 7u, ["double"] = 1.5, ["float"] = 0.1f, ["decimal"] = 1.10m, ["char"] = 'c',
                ["guid"] = Guid.Parse("11111111-2222-3333-4444-555555555555"), ["date"] = new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc), ["offset"] = new DateTimeOffset(2020, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)),
                ["day"] = new DateOnly(2020, 1, 2), ["time"] = new TimeOnly(3, 4, 5, 6), ["span"] = TimeSpan.FromSeconds(90), ["uri"] = new Uri("http://x/a b"), ["enum"] = DayOfWeek.Friday,
                ["array"] = new object?[] { 1, "a", null, new[] { 1.5, 2 } }, ["list"] = new List<string> { "a" }, ["bytes"] = new byte[] { 1, 2 },
                ["map"] = new Dictionary<string, object?> { ["k"] = 1 }, ["texts"] = new Dictionary<string, string> { ["k"] = "v" },
                ["node"] = new JsonObject { ["x"] = 1 }, ["element"] = JsonDocument.Parse("{\"a\": [1, 2.50]}").RootElement,
            },
        };
        var (context, body) = await WriteAsync(c => Problem.WriteAsync(c, problem));
        Assert.Equal(409, context.Response.StatusCode);
        Assert.Equal(JsonSerializer.Serialize(problem, Web), body);

        var empty = await WriteAsync(c => Problem.WriteAsync(c, new ProblemDetails()));
        Assert.Equal(500, empty.Context.Response.StatusCode);
        Assert.Equal("{}", empty.Body);
    }

    [Fact]
    public async Task An_extension_that_is_no_JSON_value_is_named()
    {
        var problem = new ProblemDetails { Extensions = { ["odd"] = new StringBuilder() } };
        var exception = await Assert.ThrowsAsync<NotSupportedException>(() => WriteAsync(c => Problem.WriteAsync(c, problem)));
        Assert.StartsWith("The extension 'odd' of a ProblemDetails is a System.Text.StringBuilder;", exception.Message, StringComparison.Ordinal);
    }

    private static async Task<(HttpContext Context, string Body)> WriteAsync(Func<HttpContext, Task> write, string method = "GET")
    {
        var context = new DefaultHttpContext { TraceIdentifier = "trace-1" };
        context.Request.Method = method;
        using var body = new MemoryStream();
        context.Response.Body = body;
        await write(context);
        return (context, Encoding.UTF8.GetString(body.ToArray()));
    }
}
