using Microsoft.AspNetCore.Mvc;

namespace Covet.Internal;

/// <summary>Writes problem documents (RFC 9457) for generated code and for the runtime.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Problem
{
    /// <summary>The content type of a problem document.</summary>
    public const string ContentType = "application/problem+json";

    /// <summary>Answers a request whose binding or validation failed.</summary>
    /// <param name="context">The request.</param>
    /// <param name="errors">What is wrong.</param>
    /// <param name="validationStatusCode">The status where the errors name none.</param>
    public static Task WriteAsync(HttpContext context, RequestErrors errors, int validationStatusCode)
    {
        var statusCode = errors.StatusCode == 0 ? validationStatusCode : errors.StatusCode;
        var title = errors.StatusCode == 0 ? ProblemTypes.ValidationTitle : null;
        return WriteAsync(context, statusCode, title, null, errors.Items);
    }

    /// <summary>Answers with a status, its standard title, and a detail.</summary>
    public static Task WriteAsync(HttpContext context, int statusCode, string? detail = null) =>
        WriteAsync(context, statusCode, null, detail, null);

    /// <summary>Answers with a user's document (<c>TypedResults.Problem</c>, <c>TypedResults.ValidationProblem</c>).</summary>
    /// <exception cref="NotSupportedException">An extension has a type that is not a JSON value by itself.</exception>
    public static Task WriteAsync(HttpContext context, ProblemDetails problem) =>
        WriteAsync(context, problem, problem.Status ?? StatusCodes.Status500InternalServerError);

    /// <summary>Answers with a user's document and a status of its own (<c>TypedResults.Conflict(problem)</c>).</summary>
    /// <exception cref="NotSupportedException">An extension has a type that is not a JSON value by itself.</exception>
    public static Task WriteAsync(HttpContext context, ProblemDetails problem, int statusCode, string contentType = ContentType)
    {
        var buffer = ProblemBuffer.Rent();
        ProblemDetailsWriter.Write(buffer.Writer, problem);
        return buffer.SendAsync(context, statusCode, contentType);
    }

    /// <summary>Answers with one of the failures that Covet names.</summary>
    internal static Task WriteAsync(HttpContext context, ProblemKind kind, string? detail = null) =>
        WriteAsync(context, kind.StatusCode, null, detail ?? kind.Text, null);

    internal static Task WriteAsync(HttpContext context, int statusCode, string? title, string? detail, IReadOnlyList<RequestError>? errors)
    {
        if (context.Response.HasStarted)
        {
            return Task.CompletedTask;
        }

        if (UserProblemWriter.TryWrite(context, statusCode, title, detail, errors) is { } written)
        {
            return written;
        }

        var buffer = ProblemBuffer.Rent();
        ProblemWriter.Write(buffer.Writer, context, statusCode, title, detail, errors);
        return buffer.SendAsync(context, statusCode, ContentType);
    }
}
