namespace Covet;

/// <summary>The security headers of an application; null or empty leaves one away.</summary>
public sealed class SecurityHeadersOptions
{
    /// <summary>
    /// The policy of answers; <c>{nonce}</c> stands for the nonce of <c>context.GetCspNonce()</c>, and is left away where
    /// none was asked for. By default nothing may be loaded from elsewhere, framed, or sent elsewhere (CSP Level 3).
    /// </summary>
    public string? ContentSecurityPolicy { get; set; } =
        "default-src 'self'; script-src 'self'{nonce}; style-src 'self'{nonce}; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>Over HTTPS and not on localhost: two years, with subdomains (RFC 6797).</summary>
    public string? StrictTransportSecurity { get; set; } = "max-age=63072000; includeSubDomains";

    /// <summary>No framing, for browsers that do not know <c>frame-ancestors</c>.</summary>
    public string? FrameOptions { get; set; } = "DENY";

    /// <summary>No address leaves the site.</summary>
    public string? ReferrerPolicy { get; set; } = "no-referrer";

    /// <summary>No sensors, devices or payment.</summary>
    public string? PermissionsPolicy { get; set; } =
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()";

    /// <summary>Windows of other origins are apart.</summary>
    public string? CrossOriginOpenerPolicy { get; set; } = "same-origin";

    /// <summary>What a page embeds must agree to it; left away by default, since it breaks pages that embed others' images.</summary>
    public string? CrossOriginEmbedderPolicy { get; set; }

    /// <summary>Other origins may not embed answers; an API that other sites read by CORS is not touched by it.</summary>
    public string? CrossOriginResourcePolicy { get; set; } = "same-origin";
}
