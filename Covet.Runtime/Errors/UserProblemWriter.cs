using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Covet.Internal;

/// <summary>
/// Hands a problem to the application's own <see cref="IProblemDetailsWriter"/>, so that an API with an error format of its own
/// keeps it for validation, 401, 404 and all the rest.
/// </summary>
internal static class UserProblemWriter
{
    /// <summary>The writing; null where the application has no writer that takes the request.</summary>
    public static Task? TryWrite(HttpContext context, int statusCode, string? title, string? detail, IReadOnlyList<RequestError>? errors)
    {
        if (context.RequestServices is not { } services)
        {
            return null;
        }

        ProblemDetailsContext? problem = null;
        foreach (var writer in services.GetServices<IProblemDetailsWriter>())
        {
            // AddProblemDetails() registers ASP.NET Core's own, which writes less than Covet does.
            if (writer.ToString() == "Microsoft.AspNetCore.Http.DefaultProblemDetailsWriter")
            {
                continue;
            }

            problem ??= new ProblemDetailsContext { HttpContext = context, ProblemDetails = Details(statusCode, title, detail, errors) };
            if (writer.CanWrite(problem))
            {
                context.Response.StatusCode = statusCode;
                return writer.WriteAsync(problem).AsTask();
            }
        }

        return null;
    }

    private static ProblemDetails Details(int statusCode, string? title, string? detail, IReadOnlyList<RequestError>? errors)
    {
        var problem = errors is null ? new ProblemDetails() : new HttpValidationProblemDetails(Messages(errors));
        problem.Status = statusCode;
        problem.Type = ProblemTypes.Type(statusCode);
        problem.Title = title ?? ProblemTypes.Title(statusCode);
        problem.Detail = detail;
        return problem;
    }

    private static Dictionary<string, string[]> Messages(IReadOnlyList<RequestError> errors)
    {
        var messages = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var error in errors)
        {
            messages[error.Key] = messages.TryGetValue(error.Key, out var before) ? [.. before, error.Message] : [error.Message];
        }

        return messages;
    }
}
