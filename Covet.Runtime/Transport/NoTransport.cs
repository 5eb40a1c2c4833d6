using System.Net;
using Microsoft.AspNetCore.Connections;

namespace Covet.Transport;

/// <summary>Stands where <see cref="CovetTransport"/> would and binds nothing, so that Kestrel's own transport does.</summary>
internal sealed class NoTransport : IConnectionListenerFactory, IConnectionListenerFactorySelector
{
    public bool CanBind(EndPoint endpoint) => false;

    public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("Covet's transport is turned off.");
}
