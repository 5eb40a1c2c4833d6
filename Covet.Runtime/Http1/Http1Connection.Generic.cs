using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Abstractions;

namespace Covet.Http1;

/// <summary>A connection with the application's context, which hosting keeps there and uses again for the next request.</summary>
internal sealed class Http1Connection<TContext>(IHttpApplication<TContext> application, Http1Endpoint endpoint, ConnectionContext connection)
    : Http1Connection(endpoint, connection), IHostContextContainer<TContext>
    where TContext : notnull
{
    private TContext? context;

    public TContext? HostContext { get; set; }

    protected override void CreateContext() => context = application.CreateContext(this);

    protected override Task CallApplicationAsync() => application.ProcessRequestAsync(context!);

    protected override void DisposeContext(Exception? error)
    {
        var ended = context!;
        context = default;
        application.DisposeContext(ended, error);
    }
}
