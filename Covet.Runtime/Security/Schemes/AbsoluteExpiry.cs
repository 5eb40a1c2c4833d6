using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace Covet;

/// <summary>Wraps the cookie's format, so that a login ends even where its cookie is renewed again and again.</summary>
internal sealed class AbsoluteExpiry(string scheme, TimeSpan lifetime) : IPostConfigureOptions<CookieAuthenticationOptions>
{
    public void PostConfigure(string? name, CookieAuthenticationOptions options)
    {
        if (name == scheme)
        {
            var absolute = new AbsoluteLifetime(lifetime, options.TimeProvider ?? TimeProvider.System);
            options.TicketDataFormat = new AbsoluteTicketFormat(options.TicketDataFormat, absolute);
            options.SessionStore = options.SessionStore is { } store ? new AbsoluteTicketStore(store, absolute) : null;
        }
    }
}
