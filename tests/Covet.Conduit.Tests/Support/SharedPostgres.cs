using Covet.Conduit.Tests.Support;

[assembly: AssemblyFixture(typeof(SharedPostgres))]

namespace Covet.Conduit.Tests.Support;

/// <summary>Ends the shared PostgreSQL after the last test.</summary>
public sealed class SharedPostgres : IDisposable
{
    public void Dispose()
    {
        if (PostgresServer.IsSharedStarted)
        {
            PostgresServer.Shared.Dispose();
        }
    }
}
