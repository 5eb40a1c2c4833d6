namespace Covet.Aot.Tests;

/// <summary>Forms that are too large, and forms that are none: what a client writes does not choose the status, and does not come back.</summary>
public abstract class FormAttackSuite(HttpHost host) : SecurityRequests(host)
{
    private const string Part = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n";
    private const string Multipart = "multipart/form-data; boundary=b";
    private const string Encoded = "application/x-www-form-urlencoded";

    public static TheoryData<string, string, string> Malformed { get; } = new()
    {
        { "a header without a colon", Multipart, "--b\r\nunlimited\r\n\r\nx\r\n--b--\r\n" },
        { "a header that quotes a limit", Multipart, "--b\r\nForm value count limit 1 exceeded.\r\n\r\nx\r\n--b--\r\n" },
        { "a header without a name", Multipart, "--b\r\n: Line length limit 1 exceeded.\r\n\r\nx\r\n--b--\r\n" },
        { "a disposition that is none", Multipart, "--b\r\nContent-Disposition: ;unlimited;\r\n\r\nx\r\n--b--\r\n" },
        { "no disposition", Multipart, "--b\r\nX-unlimited: limit\r\n\r\nx\r\n--b--\r\n" },
        { "a part without its end", Multipart, Part + "--b\r\nContent-Disposition: form-data; name=\"unlimited\"\r\n\r\nlimit exceeded" },
        { "a body without a boundary", Multipart, "unlimited" },
        { "no boundary", "multipart/form-data; unlimited=1", Part + "--b--\r\n" },
        { "an empty boundary", "multipart/form-data; boundary=\"\"", Part + "--b--\r\n" },
        { "a boundary of 300", "multipart/form-data; boundary=" + new string('b', 300), Part + "--b--\r\n" },
    };

    public static TheoryData<string, string, string> OverLimit { get; } = new()
    {
        { "fields", Encoded, string.Join('&', Enumerable.Range(0, 1025).Select(i => $"f{i}=x")) },
        { "a name", Encoded, new string('n', 2049) + "=x" },
        { "a name that has no end", Encoded, new string('n', 5_000_000) },
        { "a value", Encoded, "a=" + new string('v', (4 * 1024 * 1024) + 1) },
        { "parts", Multipart, string.Concat(Enumerable.Repeat(Part, 1025)) + "--b--\r\n" },
        { "headers of a part", Multipart, "--b\r\n" + string.Concat(Enumerable.Range(0, 17).Select(i => $"X-{i}: x\r\n")) + "\r\n1\r\n--b--\r\n" },
        { "a header of a part", Multipart, "--b\r\nX: " + new string('x', 17_000) + "\r\n\r\n1\r\n--b--\r\n" },
        { "all headers of a part", Multipart, "--b\r\nX: " + new string('x', 9_000) + "\r\nY: " + new string('y', 9_000) + "\r\n\r\n1\r\n--b--\r\n" },
        { "what stands before the parts", Multipart, new string('x', 20_000) + "\r\n" + Part + "--b--\r\n" },
        { "what stands after the parts", Multipart, Part + "--b--\r\n" + new string('x', 100_000) },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task A_form_that_is_none_is_400_and_nothing_of_it_is_repeated(string what, string type, string body)
    {
        var reply = (await PostAsync("/form/all", type, body)).IsProblem(400);
        Assert.False(reply.Body.Contains("unlimited", StringComparison.Ordinal) || reply.Body.Contains("exceeded.", StringComparison.Ordinal) && !type.Contains("bbb", StringComparison.Ordinal), what + ": " + reply.Body);
        (await PostAsync("/security/form", type, body, ("Cookie", CookieOf(await GetAsync("/security/form", Secure), "__Host-antiforgery")), Secure)).IsProblem(400);
    }

    [Theory]
    [MemberData(nameof(OverLimit))]
    public async Task A_form_with_more_than_forms_may_hold_is_413(string what, string type, string body)
    {
        var reply = await PostAsync("/form/all", type, body);
        Assert.True(reply.Status == 413, $"{what}: {reply.Status} {reply.Body}");
        reply.IsProblem(413);
        (await PostAsync("/security/form", type, body, ("Cookie", CookieOf(await GetAsync("/security/form", Secure), "__Host-antiforgery")), Secure)).IsProblem(413);
    }

    [Theory]
    [InlineData("utf-7")]
    [InlineData("utf-16")]
    [InlineData("utf-32BE")]
    [InlineData("iso-8859-1")]
    [InlineData("none-such")]
    [InlineData("\"\"")]
    public async Task A_form_in_another_alphabet_is_read_or_refused(string charset)
    {
        foreach (var body in new[] { "a=1", "a=\u00FF%ff%00+AGE-", "\0a\0=\01", "\u00D8\0" })
        {
            var encoded = await PostAsync("/form/all", $"{Encoded}; charset={charset}", body);
            var part = await PostAsync("/form/all", Multipart, $"--b\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Type: text/plain; charset={charset}\r\n\r\n{body}\r\n--b--\r\n");
            var whole = await PostAsync("/form/all", $"{Multipart}; charset={charset}", Part + "--b--\r\n");
            Assert.All([encoded, part, whole], reply => Assert.True(reply.Status is 200 or 400 or 415, $"{charset} {body}: {reply.Status} {reply.Body}"));
        }
    }

    private Task<Reply> PostAsync(string path, string type, string body, params (string, string)[] headers)
    {
        var content = new ByteArrayContent(System.Text.Encoding.Latin1.GetBytes(body));
        Assert.True(content.Headers.TryAddWithoutValidation("Content-Type", type));
        return SendAsync(HttpMethod.Post, path, content, headers);
    }
}
