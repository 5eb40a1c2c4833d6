using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace HttpApp.Handlers;

/// <summary>Notes that several people edit: a change is made to the state that its maker saw, or not at all.</summary>
[Handler("/security/notes/{id}")]
public static class NoteHandler
{
    private static readonly Dictionary<string, (string Text, int Version)> Notes = new(StringComparer.Ordinal);
    private static readonly Lock Gate = new();
    private static int version;

    [Get]
    [ETag]
    public static Results<Ok<string>, NotFound> Read(string id, HttpContext context)
    {
        lock (Gate)
        {
            if (!Notes.TryGetValue(id, out var note))
            {
                return TypedResults.NotFound();
            }

            context.Response.Headers.ETag = Tag(note.Version);
            return TypedResults.Ok(note.Text);
        }
    }

    [Put]
    public static Results<NoContent, ProblemHttpResult> Write(string id, string text, HttpContext context)
    {
        lock (Gate)
        {
            if (Refusal(id, context.Request) is { } refusal)
            {
                return refusal;
            }

            // No version comes twice, not even of a note that was deleted and written anew.
            Notes[id] = (text, ++version);
            context.Response.Headers.ETag = Tag(version);
            return TypedResults.NoContent();
        }
    }

    [Delete]
    public static Results<NoContent, ProblemHttpResult> Delete(string id, HttpContext context)
    {
        lock (Gate)
        {
            if (Refusal(id, context.Request) is { } refusal)
            {
                return refusal;
            }

            Notes.Remove(id);
            return TypedResults.NoContent();
        }
    }

    private static ProblemHttpResult? Refusal(string id, HttpRequest request)
    {
        var exists = Notes.TryGetValue(id, out var note);
        return ConditionalRequest.Evaluate(request, exists ? new EntityTagHeaderValue(Tag(note.Version)) : null, exists: exists) is { } status
            ? TypedResults.Problem(statusCode: status)
            : null;
    }

    private static string Tag(int version) => $"\"v{version}\"";
}
