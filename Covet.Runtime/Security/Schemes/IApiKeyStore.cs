namespace Covet;

/// <summary>Finds API keys, for example in a database.</summary>
public interface IApiKeyStore
{
    /// <summary>The key of a hash, or null.</summary>
    /// <param name="hash">What <see cref="ApiKeys.Hash"/> made of the key that was sent.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    ValueTask<ApiKey?> FindAsync(string hash, CancellationToken cancellationToken);
}
