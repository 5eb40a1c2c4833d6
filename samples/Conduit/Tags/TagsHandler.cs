using Conduit.Errors;
using Conduit.Stores;

namespace Conduit.Tags;

/// <summary>Tags.</summary>
[Handler("/api/tags")]
[Tags("Tags")]
[ProducesResponseType<ErrorModel>(StatusCodes.Status422UnprocessableEntity)]
internal sealed class TagsHandler(IConduitStore store)
{
    /// <summary>Get tags</summary>
    /// <remarks>Get tags. Auth not required</remarks>
    [Get(Name = "GetTags")]
    [AllowAnonymous]
    public async Task<TagsResponse> List(CancellationToken cancellationToken) => new(await store.ListTagsAsync(cancellationToken));
}
