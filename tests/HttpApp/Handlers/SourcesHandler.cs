using System.Buffers;
using System.IO.Pipelines;
using System.Security.Claims;
using System.Text;

namespace HttpApp.Handlers;

/// <summary>Headers, cookies, services, bodies and what hangs on the request.</summary>
[Handler("/sources")]
public sealed class SourcesHandler(IGreeter greeter)
{
    [Get("header")]
    public string Header([FromHeader(Name = "X-Trace")] string trace, [FromHeader(Name = "X-Count")] int? count) => $"{trace} {count ?? -1}";

    [Get("headers")]
    public string Headers([FromHeader(Name = "X-Many")] string[] many) => string.Join('|', many);

    [Get("cookie")]
    public string Cookie([FromCookie] string theme = "light", [FromCookie(Name = "n")] int number = 0) => $"{theme} {number}";

    [Get("service")]
    public string Service([FromServices] IGreeter mine) => $"{mine.Greet("you")} {ReferenceEquals(mine, greeter)}";

    [Get("interface")]
    public string Interface(IGreeter mine) => mine.Greet("all");

    [Get("keyed")]
    public string Keyed([FromKeyedServices("polite")] IGreeter polite) => polite.Greet("sir");

    [Get("special")]
    public string Special(HttpContext context, HttpRequest request, HttpResponse response, ClaimsPrincipal user, CancellationToken cancellation)
    {
        response.Headers["X-Special"] = "yes";
        return $"{ReferenceEquals(context.Request, request)} {ReferenceEquals(context.User, user)} {cancellation == context.RequestAborted}";
    }

    [Get("own")]
    public string Own(ClientVersion version) => version.Text;

    [Post("body")]
    public Person Body(Person person) => person;

    [Post("body-explicit")]
    public string Explicit([FromBody] Person who) => who.Name;

    [Post("body-or-null")]
    public string BodyOrNull(Person? person) => person?.Name ?? "null";

    [Post("bodies")]
    public int Bodies(List<Person> people) => people.Count;

    [Put("mixed/{id:int}")]
    public string Mixed(int id, [FromQuery] bool force, [FromHeader(Name = "X-Trace")] string trace, Person person, IGreeter service) =>
        $"{id} {force} {trace} {service.Greet(person.Name)}";

    [Post("stream")]
    public async Task<long> CountStream(Stream body, CancellationToken cancellation)
    {
        var buffer = new byte[81920];
        long total = 0;
        for (int read; (read = await body.ReadAsync(buffer, cancellation)) > 0;)
        {
            total += read;
        }

        return total;
    }

    [Post("pipe")]
    public async Task<string> ReadPipe(PipeReader body, CancellationToken cancellation)
    {
        ReadResult result;
        do
        {
            result = await body.ReadAsync(cancellation);
            body.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
        while (!result.IsCompleted);
        result = await body.ReadAsync(cancellation);
        var text = Encoding.UTF8.GetString(result.Buffer.ToArray());
        body.AdvanceTo(result.Buffer.End);
        return text;
    }

    [Patch("merge"), Consumes("application/merge-patch+json", "text/json")]
    public string Merge(Person person) => person.Name;

    [Post("image"), Consumes("image/png", "image/jpeg")]
    public async Task<long> Image(Stream body, CancellationToken cancellation) => await CountStream(body, cancellation);
}
