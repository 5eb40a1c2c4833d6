using Covet.Internal;
using Microsoft.Net.Http.Headers;

namespace Covet;

/// <summary>
/// Answers 415 to a body of a content type that <c>[Consumes]</c> does not name. A request that says none passes, as it does in ASP.NET
/// Core: it may have no body, and binding refuses one without a type.
/// </summary>
internal sealed class ContentTypeWrapper(IEnumerable<string> contentTypes) : IEndpointWrapper
{
    private readonly IList<MediaTypeHeaderValue> accepted = MediaTypeHeaderValue.ParseList([.. contentTypes]);

    public int Order => WrapperOrder.ContentType;

    public RequestDelegate Wrap(RequestDelegate next, EndpointPipeline pipeline) => context =>
        context.Request.ContentType is { } contentType && !IsAccepted(contentType)
            ? Problem.WriteAsync(context, StatusCodes.Status415UnsupportedMediaType, "The Content-Type of the request must be " + string.Join(" or ", accepted.Select(static type => "'" + type + "'")) + ".")
            : next(context);

    private bool IsAccepted(string contentType)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out var parsed))
        {
            return false;
        }

        foreach (var type in accepted)
        {
            if (parsed.IsSubsetOf(type))
            {
                return true;
            }
        }

        return false;
    }
}
