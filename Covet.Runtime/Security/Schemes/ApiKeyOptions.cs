using Microsoft.AspNetCore.Authentication;

namespace Covet;

/// <summary>Options of the API key scheme.</summary>
/// <example><code>builder.Services.AddCovetAuthentication().AddCovetApiKey(o => o.Keys.Add(new ApiKey("ci", hash)));</code></example>
public sealed class ApiKeyOptions : AuthenticationSchemeOptions
{
    /// <summary>The header that carries the key; <c>X-Api-Key</c> by default.</summary>
    public string HeaderName { get; set; } = "X-Api-Key";

    /// <summary>The realm that a challenge names, or null.</summary>
    public string? Realm { get; set; }

    /// <summary>The keys that are known from the start; more come from an <see cref="IApiKeyStore"/> in the services.</summary>
    public IList<ApiKey> Keys { get; } = [];
}
