namespace Covet.Aot.Tests;

public abstract class HostSuite(HttpHost host) : HttpSuite(host)
{
    [Fact]
    public async Task The_suite_runs_against_the_host_that_it_names() => (await GetAsync("/diagnostics/host")).Is(200, Kind);

    private string Kind { get; } = host.Kind;
}
