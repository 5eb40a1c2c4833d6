using System.Globalization;
using Microsoft.AspNetCore.Authentication;

namespace Covet;

/// <summary>Notes in a ticket when its login ends at the latest, and does not open it later.</summary>
internal sealed class AbsoluteTicketFormat(ISecureDataFormat<AuthenticationTicket> inner, TimeSpan lifetime, TimeProvider clock)
    : ISecureDataFormat<AuthenticationTicket>
{
    private const string Key = ".covet.until";

    public string Protect(AuthenticationTicket data) => Protect(data, null);

    public string Protect(AuthenticationTicket data, string? purpose)
    {
        var items = data.Properties.Items;
        if (!items.ContainsKey(Key))
        {
            items[Key] = (clock.GetUtcNow() + lifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        }

        return inner.Protect(data, purpose);
    }

    public AuthenticationTicket? Unprotect(string? protectedText) => Unprotect(protectedText, null);

    public AuthenticationTicket? Unprotect(string? protectedText, string? purpose)
    {
        var ticket = inner.Unprotect(protectedText, purpose);
        return ticket is not null
            && ticket.Properties.Items.TryGetValue(Key, out var until)
            && long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && clock.GetUtcNow().ToUnixTimeSeconds() < seconds
            ? ticket
            : null;
    }
}
