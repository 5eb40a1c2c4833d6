namespace Covet.Aot.Tests;

public abstract class HostSuite(HttpHost host) : HttpSuite(host)
{
    [Fact]
    public async Task The_suite_runs_against_the_host_that_it_names() => (await GetAsync("/diagnostics/host")).Is(200, Kind);

    // The numbers of Covet's own begin where Kestrel's never come: a renamed type of Kestrel's would show here.
    [Fact]
    public async Task Plain_requests_are_served_by_Covets_own_HTTP() =>
        Assert.Matches(":8[0-9A-F]{7}$", await Client.GetStringAsync("/diagnostics/request"));

    private string Kind { get; } = host.Kind;
}
