using Covet.Conduit.Tests.Hosts;

[assembly: AssemblyFixture(typeof(JitEmbedded))]
[assembly: AssemblyFixture(typeof(JitPostgres))]
[assembly: AssemblyFixture(typeof(NativeEmbedded))]
[assembly: AssemblyFixture(typeof(NativePostgres))]

namespace Covet.Conduit.Tests.Hosts;

public sealed class JitEmbedded : ConduitHost
{
    private protected override Task<ConduitProcess> StartAsync() => ConduitProcess.StartAsync([Binaries.Jit, .. Embedded()]);
}

public sealed class JitPostgres : ConduitHost
{
    private protected override Task<ConduitProcess> StartAsync() => ConduitProcess.StartAsync([Binaries.Jit, .. Postgres()]);
}

public sealed class NativeEmbedded : ConduitHost
{
    private protected override async Task<ConduitProcess> StartAsync() => await ConduitProcess.StartAsync([await Binaries.NativeAsync(), .. Embedded()]);
}

public sealed class NativePostgres : ConduitHost
{
    private protected override async Task<ConduitProcess> StartAsync() => await ConduitProcess.StartAsync([await Binaries.NativeAsync(), .. Postgres()]);
}
