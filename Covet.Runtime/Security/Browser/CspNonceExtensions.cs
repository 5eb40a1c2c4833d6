using Microsoft.Extensions.DependencyInjection;

namespace Covet;

/// <summary>Browser safety of one answer.</summary>
public static class CspNonceExtensions
{
    /// <summary>
    /// The nonce that the content security policy of this answer allows: write it as the <c>nonce</c> of inline scripts
    /// and styles. Ask before the answer starts.
    /// </summary>
    /// <param name="context">The request.</param>
    public static string GetCspNonce(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return CspNonce.Get(context);
    }
}
