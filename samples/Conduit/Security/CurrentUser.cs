using System.Globalization;
using System.Security.Claims;

namespace Conduit.Security;

/// <summary>Who sent a request.</summary>
internal static class CurrentUser
{
    /// <summary>The number of the user whose token came with the request; null for a stranger.</summary>
    public static long? Id(this ClaimsPrincipal principal) =>
        principal.FindFirst("sub") is { } subject && long.TryParse(subject.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>The number of the user, on an endpoint that asks for one.</summary>
    public static long RequiredId(this ClaimsPrincipal principal) =>
        principal.Id() ?? throw new InvalidOperationException("The endpoint serves strangers; [Authorize] is missing.");
}
