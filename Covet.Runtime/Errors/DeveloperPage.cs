using System.Text;

namespace Covet.Internal;

/// <summary>Answers an unhandled exception in Development: a page for browsers, JSON for everyone else.</summary>
internal static class DeveloperPage
{
    // Nothing on the page may run or load, whatever a message or a header holds.
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    public static Task WriteAsync(HttpContext context, Exception exception)
    {
        ExceptionAnswers.Prepare(context);
        var report = DeveloperReport.Make(context, exception);
        return AcceptsHtml(context.Request) ? WriteHtmlAsync(context, report) : WriteJsonAsync(context, report);
    }

    // Browsers name text/html; API clients name JSON, */* or nothing.
    private static bool AcceptsHtml(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private static Task WriteJsonAsync(HttpContext context, DeveloperReport report)
    {
        var buffer = ProblemBuffer.Rent();
        DeveloperJson.Write(buffer.Writer, context, report);
        return buffer.SendAsync(context, StatusCodes.Status500InternalServerError, Problem.ContentType);
    }

    private static async Task WriteHtmlAsync(HttpContext context, DeveloperReport report)
    {
        var bytes = Encoding.UTF8.GetBytes(DeveloperHtml.Write(report));
        var response = context.Response;
        response.StatusCode = StatusCodes.Status500InternalServerError;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = bytes.Length;
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.Body.WriteAsync(bytes, context.RequestAborted);
        }
    }
}
