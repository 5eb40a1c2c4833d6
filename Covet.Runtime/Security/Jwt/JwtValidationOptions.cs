namespace Covet;

/// <summary>What a token must be to be accepted. Everything is checked by default; a check is dropped only by saying so.</summary>
public sealed class JwtValidationOptions
{
    private string? authority;
    private string? metadataAddress;
    private string? jwksAddress;

    /// <summary>The accepted issuers (<c>iss</c>), compared by character. The issuer of the discovery document is added.</summary>
    public IList<string> Issuers { get; } = [];

    /// <summary>The accepted audiences (<c>aud</c>); one of the token's must be among them.</summary>
    public IList<string> Audiences { get; } = [];

    /// <summary>Whether the issuer is checked; true by default.</summary>
    public bool ValidateIssuer { get; set; } = true;

    /// <summary>Whether the audience is checked; true by default.</summary>
    public bool ValidateAudience { get; set; } = true;

    /// <summary>The keys that are known from the start.</summary>
    public IList<JwtKey> Keys { get; } = [];

    /// <summary>The algorithms that are accepted; all that Covet has by default. A key's own algorithm limits it further.</summary>
    public IList<JwtAlgorithm> Algorithms { get; } = [.. JwtAlgorithms.All];

    /// <summary>
    /// The accepted values of <c>typ</c>, without <c>application/</c> and compared without case: <c>JWT</c> and
    /// <c>at+jwt</c> (RFC 9068) by default.
    /// </summary>
    public IList<string> Types { get; } = ["JWT", "at+jwt"];

    /// <summary>Whether a token without <c>typ</c> is refused; false by default.</summary>
    public bool RequireType { get; set; }

    /// <summary>Whether a token without <c>exp</c> is refused; true by default.</summary>
    public bool RequireExpiration { get; set; } = true;

    /// <summary>How far the issuer's clock may be ahead: the tolerance of <c>nbf</c> and <c>iat</c>, 0 to 1 day; 30 seconds by default.</summary>
    public TimeSpan ClockSkew { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a token lives on after <c>exp</c>, 0 to 1 day; zero by default, so that expired is expired.</summary>
    public TimeSpan ExpirationLeeway { get; set; }

    /// <summary>The longest token in characters, 64 to 1,048,576; 8192 by default.</summary>
    public int MaxTokenLength { get; set; } = 8192;

    /// <summary>The claim that <c>User.Identity.Name</c> shows; <c>name</c> by default.</summary>
    public string NameClaimType { get; set; } = "name";

    /// <summary>The claim that roles are read from; <c>roles</c> by default (RFC 9068 section 2.2.3.1).</summary>
    public string RoleClaimType { get; set; } = "roles";

    /// <summary>
    /// The issuer's address; its keys come from <c>/.well-known/openid-configuration</c> below it (OpenID Connect
    /// Discovery 1.0 section 4). Null where keys are configured.
    /// </summary>
    public string? Authority
    {
        get => authority;
        set => (authority, KeySource) = (value, RemoteJwtKeys.For);
    }

    /// <summary>The address of the discovery document, where it is not below <see cref="Authority"/>.</summary>
    public string? MetadataAddress
    {
        get => metadataAddress;
        set => (metadataAddress, KeySource) = (value, RemoteJwtKeys.For);
    }

    /// <summary>The address of a key set (RFC 7517), where there is no discovery document.</summary>
    public string? JwksAddress
    {
        get => jwksAddress;
        set => (jwksAddress, KeySource) = (value, RemoteJwtKeys.For);
    }

    /// <summary>Whether the addresses must be HTTPS; true by default.</summary>
    public bool RequireHttps { get; set; } = true;

    /// <summary>How long fetched keys are used before they are fetched again in the background, 1 second to 366 days; one hour by default.</summary>
    public TimeSpan KeyLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The shortest time between two fetches that unknown <c>kid</c>s cause, 1 second to 1 day; one minute by default.</summary>
    public TimeSpan RefreshInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The client that fetches keys; by default one that follows no redirects and gives up after 10 seconds.</summary>
    public HttpClient? Backchannel { get; set; }

    /// <summary>The clock; the system's by default.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Makes what fetches keys; null until an address is set.</summary>
    internal Func<JwtValidationOptions, JwtKeySource?>? KeySource { get; private set; }

    /// <summary>Fails where the options would accept anything.</summary>
    /// <exception cref="InvalidOperationException">A check has nothing to check against, or there is no key.</exception>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    internal void Validate()
    {
        JwtOptionRanges.Check(this);
        var remote = Authority ?? MetadataAddress ?? JwksAddress;
        if (ValidateIssuer && Issuers.Count == 0 && Authority is null && MetadataAddress is null)
        {
            throw new InvalidOperationException("Name the accepted issuers, or say ValidateIssuer = false.");
        }

        if (ValidateAudience && Audiences.Count == 0)
        {
            throw new InvalidOperationException("Name the accepted audiences, or say ValidateAudience = false.");
        }

        if (Keys.Count == 0 && remote is null)
        {
            throw new InvalidOperationException("Tokens need a key: add to Keys, or set Authority or JwksAddress.");
        }

        if (Algorithms.Count == 0)
        {
            throw new InvalidOperationException("No algorithm is accepted, so no token can be.");
        }

        foreach (var address in new[] { Authority, MetadataAddress, JwksAddress })
        {
            if (address is not null && (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || (RequireHttps && uri.Scheme != Uri.UriSchemeHttps)))
            {
                throw new InvalidOperationException("The addresses of keys are absolute and HTTPS, unless RequireHttps = false is said.");
            }
        }
    }
}
