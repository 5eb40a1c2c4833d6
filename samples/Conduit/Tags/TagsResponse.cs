namespace Conduit.Tags;

internal sealed record TagsResponse(IReadOnlyList<string> Tags);
