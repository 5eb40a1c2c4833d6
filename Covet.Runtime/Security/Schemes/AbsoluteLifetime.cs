using System.Globalization;
using Microsoft.AspNetCore.Authentication;

namespace Covet;

/// <summary>When a login ends at the latest, noted in its ticket.</summary>
internal sealed class AbsoluteLifetime(TimeSpan lifetime, TimeProvider clock)
{
    private const string Key = ".covet.until";

    /// <summary>Notes the end, unless it is noted already.</summary>
    public AuthenticationTicket Stamp(AuthenticationTicket ticket)
    {
        ticket.Properties.Items.TryAdd(Key, (clock.GetUtcNow() + lifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        return ticket;
    }

    /// <summary>The ticket; null where there is none, where its end has come, or where it has none.</summary>
    public AuthenticationTicket? Check(AuthenticationTicket? ticket) =>
        ticket is not null
            && ticket.Properties.Items.TryGetValue(Key, out var until)
            && long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && clock.GetUtcNow().ToUnixTimeSeconds() < seconds
            ? ticket
            : null;
}
