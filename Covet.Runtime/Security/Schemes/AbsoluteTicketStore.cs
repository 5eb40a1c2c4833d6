using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Covet;

/// <summary>
/// Notes in a stored ticket when its login ends at the latest. With a store the cookie holds a reference alone, and is made anew
/// with each renewal: the end must stand where the login does.
/// </summary>
internal sealed class AbsoluteTicketStore(ITicketStore inner, AbsoluteLifetime lifetime) : ITicketStore
{
    public Task<string> StoreAsync(AuthenticationTicket ticket) => inner.StoreAsync(lifetime.Stamp(ticket));

    public Task<string> StoreAsync(AuthenticationTicket ticket, CancellationToken cancellationToken) => inner.StoreAsync(lifetime.Stamp(ticket), cancellationToken);

    public Task<string> StoreAsync(AuthenticationTicket ticket, HttpContext httpContext, CancellationToken cancellationToken) =>
        inner.StoreAsync(lifetime.Stamp(ticket), httpContext, cancellationToken);

    public Task RenewAsync(string key, AuthenticationTicket ticket) => inner.RenewAsync(key, lifetime.Stamp(ticket));

    public Task RenewAsync(string key, AuthenticationTicket ticket, CancellationToken cancellationToken) => inner.RenewAsync(key, lifetime.Stamp(ticket), cancellationToken);

    public Task RenewAsync(string key, AuthenticationTicket ticket, HttpContext httpContext, CancellationToken cancellationToken) =>
        inner.RenewAsync(key, lifetime.Stamp(ticket), httpContext, cancellationToken);

    public async Task<AuthenticationTicket?> RetrieveAsync(string key) => lifetime.Check(await inner.RetrieveAsync(key));

    public async Task<AuthenticationTicket?> RetrieveAsync(string key, CancellationToken cancellationToken) =>
        lifetime.Check(await inner.RetrieveAsync(key, cancellationToken));

    public async Task<AuthenticationTicket?> RetrieveAsync(string key, HttpContext httpContext, CancellationToken cancellationToken) =>
        lifetime.Check(await inner.RetrieveAsync(key, httpContext, cancellationToken));

    public Task RemoveAsync(string key) => inner.RemoveAsync(key);

    public Task RemoveAsync(string key, CancellationToken cancellationToken) => inner.RemoveAsync(key, cancellationToken);

    public Task RemoveAsync(string key, HttpContext httpContext, CancellationToken cancellationToken) => inner.RemoveAsync(key, httpContext, cancellationToken);
}
