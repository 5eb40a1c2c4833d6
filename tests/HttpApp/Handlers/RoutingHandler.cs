namespace HttpApp.Handlers;

/// <summary>Patterns and verbs.</summary>
[Handler("/routing")]
public sealed class RoutingHandler
{
    [Get("verbs")]
    public string Read() => "get";

    [Post("verbs")]
    public string Add() => "post";

    [Put("verbs")]
    [Patch("verbs")]
    public string Change(HttpRequest request) => request.Method;

    [Delete("verbs")]
    public string Remove() => "delete";

    [Verb("PURGE", "verbs")]
    public string Purge() => "purge";

    [Head("only-head")]
    public void OnlyHead(HttpResponse response) => response.Headers["X-Head"] = "yes";

    [Options("own-options")]
    public string OwnOptions() => "mine";

    [Get("a/{id:int}")]
    [Get("b/{id:int}")]
    public string TwoPatterns(int id) => $"two {id}";

    [Get("precedence/literal")]
    public string Literal() => "literal";

    [Get("precedence/{id:int}")]
    public string Constrained(int id) => $"int {id}";

    [Get("precedence/{text}")]
    public string Plain(string text) => $"text {text}";

    [Get("precedence/{*rest}")]
    public string Rest(string? rest) => $"rest {rest}";

    [Get("optional/{value?}")]
    public string Optional(string? value) => value ?? "none";

    [Get("default/{page:int=7}")]
    public int Default(int page) => page;

    [Get("files/{**path}")]
    public string CatchAll(string? path) => path ?? "";

    [Get("complex/{name}.{extension}")]
    public string Complex(string name, string extension) => $"{name}|{extension}";

    [Get("guid/{id:guid}")]
    public Guid ById(Guid id) => id;

    [Get("regex/{code:regex(^[a-z]{{2}}$)}")]
    public string Regex(string code) => code;

    [Get("range/{n:range(1,10)}/{w:length(2,4):alpha}")]
    public string Range(int n, string w) => $"{n} {w}";

    [Get("~/outside/{id:long}")]
    public long Outside(long id) => id;

    [Get("@class/{event}")]
    public string Keywords(string @event) => @event;

    [Handler("/nested")]
    public sealed class Nested
    {
        [Get("here")]
        public string Here() => "nested";
    }
}
