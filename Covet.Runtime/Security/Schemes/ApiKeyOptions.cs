using Microsoft.AspNetCore.Authentication;

namespace Covet;

/// <summary>Options of the API key scheme.</summary>
/// <example><code>builder.Services.AddCovetAuthentication().AddCovetApiKey(o => o.Keys.Add(new ApiKey("ci", hash)));</code></example>
public sealed class ApiKeyOptions : AuthenticationSchemeOptions
{
    // RFC 9110 section 5.6.2: none of them stands in a name.
    private static readonly System.Buffers.SearchValues<char> Delimiters = System.Buffers.SearchValues.Create(" :,;\"()<>@[]{}?=/\\");

    /// <summary>The header that carries the key; <c>X-Api-Key</c> by default.</summary>
    public string HeaderName { get; set; } = "X-Api-Key";

    /// <summary>The realm that a challenge names, or null.</summary>
    public string? Realm { get; set; }

    /// <summary>The keys that are known from the start; more come from an <see cref="IApiKeyStore"/> in the services.</summary>
    public IList<ApiKey> Keys { get; } = [];

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">No header can have the name or the realm, or what stands in the place of a hash is none.</exception>
    public override void Validate()
    {
        base.Validate();
        OptionRange.CheckHeader(OptionRange.CheckText(HeaderName, nameof(ApiKeyOptions), nameof(HeaderName)), nameof(ApiKeyOptions), nameof(HeaderName));
        OptionRange.CheckHeader(Realm, nameof(ApiKeyOptions), nameof(Realm));
        if (HeaderName.AsSpan().ContainsAny(Delimiters))
        {
            throw new ArgumentException($"{nameof(ApiKeyOptions)}.{nameof(HeaderName)} is '{HeaderName}': a header's name is one word (RFC 9110 section 5.6.2).", nameof(HeaderName));
        }

        foreach (var key in Keys)
        {
            OptionRange.CheckPresent(key, nameof(ApiKeyOptions), nameof(Keys)).Check();
        }
    }
}
