using System.Text.Json;

namespace Conduit.Errors;

/// <summary>Writes Covet's own refusals (validation, 401, 404, 500 ...) in the contract's form instead of as problem documents.</summary>
internal sealed class ContractErrors : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => true;

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var response = context.HttpContext.Response;
        response.StatusCode = context.ProblemDetails.Status ?? response.StatusCode;
        response.ContentType = "application/json; charset=utf-8";
        await using var writer = new Utf8JsonWriter(response.BodyWriter);
        writer.WriteStartObject();
        writer.WriteStartObject("errors");
        writer.WriteStartArray("body");
        foreach (var message in Messages(context.ProblemDetails))
        {
            writer.WriteStringValue(message);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
        await writer.FlushAsync();
    }

    private static IEnumerable<string> Messages(ProblemDetails problem) => problem is HttpValidationProblemDetails validation
        ? validation.Errors.SelectMany(static field => field.Value.Select(message => $"{field.Key}: {message}"))
        : [problem.Detail ?? problem.Title ?? "The request was refused."];
}
