using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace Covet;

/// <summary>
/// Wraps the cookie's format and the store of its tickets, so that a login ends even where its cookie is renewed again and again. The
/// store is wrapped as the last step of making the options, which validation is: stores are often set by a later <c>PostConfigure</c>.
/// </summary>
internal sealed class AbsoluteExpiry(string scheme, TimeSpan lifetime) : IPostConfigureOptions<CookieAuthenticationOptions>, IValidateOptions<CookieAuthenticationOptions>
{
    public void PostConfigure(string? name, CookieAuthenticationOptions options)
    {
        if (name == scheme)
        {
            options.TicketDataFormat = new AbsoluteTicketFormat(options.TicketDataFormat, Lifetime(options));
        }
    }

    public ValidateOptionsResult Validate(string? name, CookieAuthenticationOptions options)
    {
        if (name == scheme && options.SessionStore is { } store and not AbsoluteTicketStore)
        {
            options.SessionStore = new AbsoluteTicketStore(store, Lifetime(options));
        }

        return ValidateOptionsResult.Success;
    }

    private AbsoluteLifetime Lifetime(CookieAuthenticationOptions options) => new(lifetime, options.TimeProvider ?? TimeProvider.System);
}
