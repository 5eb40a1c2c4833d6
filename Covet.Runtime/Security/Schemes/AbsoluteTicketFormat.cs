using Microsoft.AspNetCore.Authentication;

namespace Covet;

/// <summary>Notes in a ticket when its login ends at the latest, and does not open it later.</summary>
internal sealed class AbsoluteTicketFormat(ISecureDataFormat<AuthenticationTicket> inner, AbsoluteLifetime lifetime) : ISecureDataFormat<AuthenticationTicket>
{
    public string Protect(AuthenticationTicket data) => Protect(data, null);

    public string Protect(AuthenticationTicket data, string? purpose) => inner.Protect(lifetime.Stamp(data), purpose);

    public AuthenticationTicket? Unprotect(string? protectedText) => Unprotect(protectedText, null);

    public AuthenticationTicket? Unprotect(string? protectedText, string? purpose) => lifetime.Check(inner.Unprotect(protectedText, purpose));
}
