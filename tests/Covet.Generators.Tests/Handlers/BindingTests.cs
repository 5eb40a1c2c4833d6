using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Covet.Generators.Tests.Handlers;

/// <summary>Each source that a parameter binds from, through generated code that is compiled and served.</summary>
public sealed class BindingTests
{
    private const string Source = """
        using Covet;
        public enum Color { Red, Green = 5, @class }
        [Flags] public enum Days { None = 0, Mon = 1, Tue = 2 }
        public readonly record struct Sku(string Code) : IParsable<Sku>
        {
            public static Sku Parse(string s, IFormatProvider? p) => new(s);
            public static bool TryParse(string? s, IFormatProvider? p, out Sku result) { result = new(s ?? ""); return s is ['#', ..]; }
        }
        public sealed class Point { public int X; public static bool TryParse(string? s, out Point? p) { p = int.TryParse(s, out var x) ? new Point { X = x } : null; return p is not null; } }
        public sealed class Me { public string Name = ""; public static ValueTask<Me?> BindAsync(HttpContext context) => new(context.Request.Headers["X-Me"] is [{ } name] ? new Me { Name = name } : null); }
        public sealed record Paging([property: FromQuery(Name = "n")] int Limit = 20, int? Offset = null) { public string Sort { get; init; } = "id"; public string Order { get; set; } = "asc"; [FromHeader(Name = "X-T")] public required string Tenant { get; init; } }
        public readonly record struct Pair(int A, string B);
        public sealed class Search { [Range(1, 50)] public int Limit { get; set; } = 10; [StringLength(3)] public string Text { get; set; } = "ini"; [MaxLength(1)] public Color[] Kinds { get; set; } = [Color.Red]; }

        public sealed class StrictForm { [Required] public string Title { get; set; } = ""; [Range(1, 5)] public int Count { get; set; } = 9; }

        [Handler("b")]
        public sealed class Handler
        {
            [Get("int")] public string Int(int value) => $"{value}";
            [Get("opt")] public string Opt(int? a, string? b, int c = 7, string d = "x\"\\{}\n", Color e = Color.Green, double f = 1.5, decimal g = 2.5m, long h = 3, char i = '\'', bool j = true) => $"{a}|{b}|{c}|{d.Length}|{e}|{f.ToString(System.Globalization.CultureInfo.InvariantCulture)}|{g.ToString(System.Globalization.CultureInfo.InvariantCulture)}|{h}|{i}|{j}";
            [Get("types")] public string Types(Guid a, DateOnly b, TimeOnly c, DateTimeOffset d, TimeSpan e, Uri f, Version g, byte h, System.Numerics.BigInteger i, Half k) => $"{a:N}|{b:O}|{c:O}|{d:O}|{e}|{f}|{g}|{h}|{i}|{k}";
            [Get("enum/{value}")] public string Enum(Color value) => $"{(int)value}";
            [Get("flags")] public string Flags(Days value) => $"{(int)value}";
            [Get("own")] public string Own(Sku sku, Point point, Point? other) => $"{sku.Code}|{point.X}|{other?.X}";
            [Get("many")] public string Many(int[] a, string[]? b, List<Guid> c, IReadOnlyList<Color> d, int?[] e, HashSet<int> f) => $"{string.Join(",", a)}|{(b is null ? "null" : string.Join(",", b))}|{c.Count}|{string.Join(",", d)}|{string.Join(",", e)}|{f.Count}";
            [Get("head")] public string Head([FromHeader(Name = "X-A")] int a, [FromHeader] string? accept, [FromHeader(Name = "X-L")] string[] list) => $"{a}|{accept}|{string.Join(";", list)}";
            [Get("cookie")] public string Cookie([FromCookie] string theme = "light", [FromCookie(Name = "n-1")] int? n = null) => $"{theme}|{n}";
            [Get("me")] public string WhoAmI(Me me) => me.Name;
            [Get("me2")] public string MaybeMe(Me? me) => me?.Name ?? "nobody";
            [Get("paging")] public string Page([AsParameters] Paging paging) => $"{paging.Limit}|{paging.Offset}|{paging.Sort}|{paging.Order}|{paging.Tenant}";
            [Post("strict")] public string Strict([FromForm] StrictForm form) => $"{form.Title}|{form.Count}";
            [Get("search")] public string Search([AsParameters] Search search) => $"{search.Limit}|{search.Text}|{search.Kinds.Length}";
            [Get("pair")] public string PairOf([AsParameters] Pair pair) => $"{pair.A}|{pair.B}";
            [Get("special")] public async Task<string> Special(HttpContext c, HttpRequest q, HttpResponse p, System.Security.Claims.ClaimsPrincipal u, CancellationToken t) { await Task.Yield(); return $"{c.Request == q}|{c.Response == p}|{c.User == u}|{c.RequestAborted == t}"; }
            [Post("stream")] public async Task<string> Stream(Stream body, CancellationToken t) { using var reader = new StreamReader(body); return await reader.ReadToEndAsync(t); }
            [Post("pipe")] public async Task<string> Pipe(System.IO.Pipelines.PipeReader body, CancellationToken t) { var r = await body.ReadAtLeastAsync(3, t); var s = System.Text.Encoding.UTF8.GetString(System.Buffers.BuffersExtensions.ToArray(r.Buffer)); body.AdvanceTo(r.Buffer.End); return s; }
            [Post("form")] public string Form([FromForm] string title, [FromForm(Name = "n")] int[] numbers, IFormFile? file, IFormFileCollection files, IFormCollection all) => $"{title}|{string.Join(",", numbers)}|{file?.FileName}|{files.Count}|{all.Count}";
            [Post("file")] public string NeedsFile(IFormFile doc) => doc.FileName;
            [Post("formobject")] public string FormObject([FromForm] Upload upload) => $"{upload.Title}|{upload.Count}|{upload.Picture?.Length}";
            [Get("both/{id}"), Get("both")] public string Both(int? id) => $"{id}";
            [Get("kw/{class}")] public string Keyword(string @class, string @event = "e", string context = "c", string errors = "r", string handler = "h") => @class + @event + context + errors + handler;
            [Get("rest/{**path}")] public string Rest(string? path) => path ?? "none";
        }
        public sealed class Upload { public required string Title { get; init; } public int Count { get; set; } = 3; public IFormFile? Picture { get; init; } }
        """;

    [Fact]
    public void Values_lists_parameter_objects_and_keywords_bind_as_written() =>
        GeneratorTestHelper.Verify(Source, static file => file is "Endpoint.Handler.Own.g.cs" or "Endpoint.Handler.WhoAmI.g.cs" or "Endpoint.Handler.Page.g.cs" or "Endpoint.Handler.Keyword.g.cs" or "Endpoint.Handler.Cookie.g.cs");

    [Theory]
    [InlineData("int?value=-5", "-5")]
    [InlineData("int?VALUE=%2B5", "5")]
    [InlineData("opt", "||7|6|Green|1.5|2.5|3|'|True")]
    [InlineData("opt?a=1&b=&c=2&d=q&e=red&f=0.25&g=9&h=8&i=z&j=false", "1||2|1|Red|0.25|9|8|z|False")]
    [InlineData("types?a=c3bdd1a441d84d8e9f171f7b6e1a2b3c&b=2026-02-28&c=13:14:15&d=2026-01-02T03:04:05%2B01:00&e=1.02:03:04&f=http://x/y&g=1.2.3&h=255&i=123456789012345678901234567890&k=1.5", "c3bdd1a441d84d8e9f171f7b6e1a2b3c|2026-02-28|13:14:15.0000000|2026-01-02T03:04:05.0000000+01:00|1.02:03:04|http://x/y|1.2.3|255|123456789012345678901234567890|1.5")]
    [InlineData("enum/green", "5")]
    [InlineData("enum/CLASS", "6")]
    [InlineData("enum/5", "5")]
    [InlineData("flags?value=mon,tue", "3")]
    [InlineData("own?sku=%23a&point=4", "#a|4|")]
    [InlineData("many", "|null|0|||0")]
    [InlineData("many?a=1&a=2&b=x&b=y&c=c3bdd1a441d84d8e9f171f7b6e1a2b3c&d=red&d=5&e=1&e=&f=1&f=1", "1,2|x,y|1|Red,Green|1,|1")]
    [InlineData("me2", "nobody")]
    [InlineData("pair?a=1&b=two", "1|two")]
    [InlineData("search", "10|ini|1")]
    [InlineData("search?limit=50&text=abc&kinds=red", "50|abc|1")]
    [InlineData("special", "True|True|True|True")]
    [InlineData("both", "")]
    [InlineData("both/4", "4")]
    [InlineData("kw/a", "aecrh")]
    [InlineData("rest/a/b%20c/d", "a/b c/d")]
    [InlineData("rest", "none")]
    [InlineData("cookie", "light|")]
    public async Task A_value_is_bound_from_the_path_or_the_query(string path, string expected)
    {
        await using var app = await GeneratedApp.StartAsync(Source);
        Assert.Equal(expected, await app.Client.GetStringAsync(new Uri("b/" + path, UriKind.Relative), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("int", "value", "required")]
    [InlineData("int?value=", "value", "malformed")]
    [InlineData("int?value=2147483648", "value", "malformed")]
    [InlineData("int?value=1&value=2", "value", "malformed")]
    [InlineData("opt?e=blue", "e", "malformed")]
    [InlineData("enum/9", "value", "malformed")]
    [InlineData("own?sku=a&point=4", "sku", "malformed")]
    [InlineData("many?a=1&a=x", "a[1]", "malformed")]
    [InlineData("me", "me", "required")]
    [InlineData("head", "X-A", "required")]
    [InlineData("paging", "X-T", "required")]
    [InlineData("types", "a,b,c,d,e,f,g,h,i,k", "required")]
    [InlineData("search?limit=51", "limit", "range")]
    [InlineData("search?limit=x", "limit", "malformed")]
    public async Task All_that_is_wrong_is_said_at_once_by_its_name_on_the_wire(string path, string keys, string code)
    {
        await using var app = await GeneratedApp.StartAsync(Source);
        using var response = await app.Client.GetAsync(new Uri("b/" + path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal(keys.Split(','), problem.GetProperty("errors").EnumerateObject().Select(error => error.Name));
        Assert.All(problem.GetProperty("codes").EnumerateObject(), entry => Assert.Equal(code, entry.Value[0].GetString()));
    }

    [Fact]
    public async Task What_an_initializer_gives_is_held_to_the_rules_as_what_a_request_gives()
    {
        await using var app = await GeneratedApp.StartAsync(Source);
        Assert.Equal((400, "count title"), await PostAsync([]));
        Assert.Equal((400, "title"), await PostAsync(new() { ["title"] = "", ["count"] = "1" }));
        Assert.Equal((400, "count title"), await PostAsync(new() { ["count"] = "77" }));
        Assert.Equal((200, "t|5"), await PostAsync(new() { ["title"] = "t", ["count"] = "5" }));
        using var text = new StringContent("{}");
        using var refused = await app.Client.PostAsync(new Uri("b/strict", UriKind.Relative), text, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, refused.StatusCode);
        Assert.DoesNotContain("title\":", (await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Replace("\"title\":\"", "", StringComparison.Ordinal), StringComparison.Ordinal);

        async Task<(int Status, string Body)> PostAsync(Dictionary<string, string> form)
        {
            using var content = new FormUrlEncodedContent(form);
            using var response = await app.Client.PostAsync(new Uri("b/strict", UriKind.Relative), content, TestContext.Current.CancellationToken);
            var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            return ((int)response.StatusCode, response.IsSuccessStatusCode ? body : string.Join(' ', JsonDocument.Parse(body).RootElement.GetProperty("errors").EnumerateObject().Select(e => e.Name).Order(StringComparer.Ordinal)));
        }
    }

    [Fact]
    public async Task Headers_cookies_and_parameter_objects_bind()
    {
        await using var app = await GeneratedApp.StartAsync(Source);
        Assert.Equal("3|text/x|p;q", await Get(app, "b/head", ("X-A", "3"), ("Accept", "text/x"), ("X-L", "p, q")));
        Assert.Equal("dark|9", await Get(app, "b/cookie", ("Cookie", "theme=dark; n-1=9")));
        Assert.Equal("ann", await Get(app, "b/me", ("X-Me", "ann")));
        Assert.Equal("20||id|asc|t", await Get(app, "b/paging", ("X-T", "t")));
        Assert.Equal("5|6|name|desc|t", await Get(app, "b/paging?n=5&offset=6&sort=name&order=desc", ("X-T", "t")));
    }

    [Fact]
    public async Task Bodies_as_streams_and_forms_bind()
    {
        await using var app = await GeneratedApp.StartAsync(Source);
        Assert.Equal("abc", await Post(app, "b/stream", new StringContent("abc")));
        Assert.Equal("abc", await Post(app, "b/pipe", new StringContent("abc")));
        Assert.Equal("t|1,2||0|2", await Post(app, "b/form", new FormUrlEncodedContent([new("title", "t"), new("n", "1"), new("n", "2")])));
        using var multipart = new MultipartFormDataContent { { new StringContent("t"), "title" }, { new ByteArrayContent([1, 2]), "file", "a.bin" } };
        Assert.Equal("t||a.bin|1|1", await Post(app, "b/form", multipart));
        using var upload = new MultipartFormDataContent { { new StringContent("t"), "Title" }, { new ByteArrayContent([1, 2]), "picture", "a.bin" } };
        Assert.Equal("t|3|2", await Post(app, "b/formobject", upload));
    }

    [Fact]
    public async Task A_form_of_another_content_type_is_415_and_a_missing_file_400()
    {
        await using var app = await GeneratedApp.StartAsync(Source);
        using var text = await app.Client.PostAsync(new Uri("b/form", UriKind.Relative), new StringContent("x"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, text.StatusCode);
        using var noFile = await app.Client.PostAsync(new Uri("b/file", UriKind.Relative), new FormUrlEncodedContent([]), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, noFile.StatusCode);
        using var truncated = new ByteArrayContent("--x\r\nContent-Disposition: form-data; name=title\r\n\r\nab"u8.ToArray());
        truncated.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");
        using var cut = await app.Client.PostAsync(new Uri("b/form", UriKind.Relative), truncated, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, cut.StatusCode);
    }

    private static async Task<string> Get(GeneratedApp app, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await app.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<string> Post(GeneratedApp app, string path, HttpContent content)
    {
        using var response = await app.Client.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
