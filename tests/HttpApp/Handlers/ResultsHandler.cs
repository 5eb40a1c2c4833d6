using System.Runtime.CompilerServices;
using System.Text;

namespace HttpApp.Handlers;

/// <summary>Every kind of answer.</summary>
[Handler("/results")]
public sealed class ResultsHandler
{
    [Get("value")]
    public Echo Value() => new("a \"quoted\" <text>", 1);

    [Get("null")]
    public Echo? Null() => null;

    [Get("nullable-int")]
    public int? NullableInt(bool some) => some ? 5 : null;

    [Get("text")]
    public string Text() => "grüße";

    [Get("bytes")]
    public byte[] Bytes() => [0, 1, 2, 255];

    [Get("stream")]
    public Stream Content() => new MemoryStream(Encoding.UTF8.GetBytes("streamed"));

    [Get("list")]
    public IReadOnlyList<Echo> List() => [new("a", 1), new("b", 2)];

    [Get("items")]
    public async IAsyncEnumerable<Echo> Items(int count, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var i = 0; i < count; i++)
        {
            await Task.Yield();
            cancellation.ThrowIfCancellationRequested();
            yield return new Echo("item", i);
        }
    }

    [Get("endless")]
    public IAsyncEnumerable<Echo> Endless(EndlessSource source, CancellationToken cancellation) => source.Items(cancellation);

    [Get("endless/state")]
    public string EndlessState(EndlessSource source) => $"{source.Produced} {source.Ended}";

    [Get("ok")]
    public Ok<Echo> Fine() => TypedResults.Ok(new Echo("ok", 1));

    [Post("created")]
    public Created<Echo> Created(Echo echo) => TypedResults.Created($"/results/{echo.Number}", echo);

    [Post("accepted")]
    public Accepted<Echo> Accepted(Echo echo) => TypedResults.Accepted("/later", echo);

    [Delete("none")]
    public NoContent None() => TypedResults.NoContent();

    [Get("either/{which}")]
    public Results<Ok<Echo>, NotFound, Conflict<ProblemDetails>, UnprocessableEntity<Echo>, BadRequest<string>> Either(string which) => which switch
    {
        "ok" => TypedResults.Ok(new Echo("ok", 1)),
        "conflict" => TypedResults.Conflict(new ProblemDetails { Title = "Taken", Detail = "Somebody was first." }),
        "unprocessable" => TypedResults.UnprocessableEntity(new Echo("no", 2)),
        "bad" => TypedResults.BadRequest("bad"),
        _ => TypedResults.NotFound(),
    };

    [Get("either-later/{which}")]
    public async Task<Results<Ok<Echo>, NotFound<string>>> EitherLater(string which)
    {
        await Task.Yield();
        return which == "ok" ? TypedResults.Ok(new Echo("ok", 1)) : TypedResults.NotFound("gone");
    }

    [Get("problem")]
    public ProblemHttpResult AsProblem() => TypedResults.Problem("It broke.", statusCode: 418, title: "Teapot");

    [Get("redirect")]
    public RedirectHttpResult Redirect() => TypedResults.Redirect("/results/text");

    [Get("iresult")]
    public IResult AnyResult() => Microsoft.AspNetCore.Http.Results.Text("any", "text/x-any");

    [Get("iresult/{which}")]
    public IResult SomeResult(string which) => which switch
    {
        "ok" => TypedResults.Ok(new Echo("ok", 1)),
        "created" => TypedResults.Created("/somewhere", new Echo("created", 2)),
        "list" => Microsoft.AspNetCore.Http.Results.Ok(new List<Echo> { new("a", 1), new("b", 2) }),
        "text" => TypedResults.NotFound("gone"),
        "named" => Microsoft.AspNetCore.Http.Results.Ok(new Seen("here", DayOfWeek.Friday)),
        "within" => Microsoft.AspNetCore.Http.Results.UnprocessableEntity(new SeenAll([new("one", DayOfWeek.Monday)])),
        "helper" => Refused("no"),
        "problem" => TypedResults.Problem("why", statusCode: 409),
        "validation" => TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["a"] = ["b"] }),
        "union" => Either("unprocessable"),
        _ => TypedResults.NoContent(),
    };

    [Get("iresult-later")]
    public async Task<IResult> NamedLater()
    {
        await Task.Yield();
        return Microsoft.AspNetCore.Http.Results.Accepted("/later", new Dictionary<string, Seen> { ["a"] = new("b", DayOfWeek.Sunday) });
    }

    private static IResult Refused(string why) => Microsoft.AspNetCore.Http.Results.Conflict(new Refusal(why, [1, 2]));

    [Get("file")]
    public FileContentHttpResult AsFile() => TypedResults.File("content"u8.ToArray(), "text/csv", "a.csv");

    [Get("void")]
    public void Void()
    {
    }

    [Get("task")]
    public Task Plain() => Task.CompletedTask;

    [Get("value-task")]
    public async ValueTask PlainValueTask() => await Task.Yield();

    [Get("task-value")]
    public async Task<Echo> Later()
    {
        await Task.Yield();
        return new Echo("later", 1);
    }

    [Get("value-task-value")]
    public ValueTask<Echo?> Maybe(bool some) => ValueTask.FromResult(some ? new Echo("maybe", 1) : null);

    [Get("task-items")]
    public async Task<IAsyncEnumerable<Echo>> LaterItems(int count, CancellationToken cancellation)
    {
        await Task.Yield();
        return Items(count, cancellation);
    }

    [Get("value-task-either/{which}")]
    public ValueTask<Results<Ok<Echo>, NotFound>> SoonEither(string which) =>
        ValueTask.FromResult<Results<Ok<Echo>, NotFound>>(which == "ok" ? TypedResults.Ok(new Echo("ok", 1)) : TypedResults.NotFound());

    [Get("task-bytes")]
    public Task<byte[]> LaterBytes() => Task.FromResult<byte[]>([65, 66]);

    [Get("task-stream")]
    public async Task<Stream> LaterContent()
    {
        await Task.Yield();
        return Content();
    }

    [Get("task-iresult")]
    public Task<IResult> LaterResult() => Task.FromResult(AnyResult());

    [Get("task-text")]
    public Task<string> LaterText() => Task.FromResult("text");

    [Get("throws")]
    public string Throws() => throw new InvalidOperationException("a secret of the server");
}
