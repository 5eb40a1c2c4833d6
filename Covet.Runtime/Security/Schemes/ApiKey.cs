using System.Security.Claims;

namespace Covet;

/// <summary>A key that a program sends to be known.</summary>
/// <param name="Id">Its name, for logs and as the <c>sub</c> claim.</param>
/// <param name="Hash">What <see cref="ApiKeys.Hash"/> makes of the key; the key itself is kept by its owner only.</param>
public sealed record ApiKey(string Id, string Hash)
{
    /// <summary>What the key's bearer may claim, for example scopes.</summary>
    public IReadOnlyList<Claim> Claims { get; init; } = [];

    /// <summary>When the key stops working; null for never.</summary>
    public DateTimeOffset? Expires { get; init; }

    // What stands there in place of a hash may be the key itself, so no message shows it.
    internal void Check()
    {
        OptionRange.CheckText(Id, nameof(ApiKey), nameof(Id));
        OptionRange.CheckPresent(Claims, nameof(ApiKey), nameof(Claims));
        if (Hash is not { Length: 43 } || !System.Buffers.Text.Base64Url.IsValid(Hash))
        {
            throw new ArgumentException($"ApiKey.Hash of '{Id}' is no hash: it must be the 43 characters that ApiKeys.Hash makes of the key.", nameof(Hash));
        }
    }
}
