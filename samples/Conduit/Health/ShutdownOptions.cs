using System.Globalization;

namespace Conduit.Health;

/// <summary>The setting <c>Shutdown</c>.</summary>
/// <param name="Drain">How long to serve on after the readiness check has begun to fail, so that load balancers hear of it.</param>
/// <param name="Grace">How long requests in flight may take after that.</param>
internal sealed record ShutdownOptions(TimeSpan Drain, TimeSpan Grace)
{
    public static ShutdownOptions Read(IConfiguration configuration) => new(
        Seconds(configuration["Shutdown:DrainSeconds"] ?? "0"),
        Seconds(configuration["Shutdown:GraceSeconds"] ?? "20"));

    private static TimeSpan Seconds(string text) => TimeSpan.FromSeconds(double.Parse(text, CultureInfo.InvariantCulture));
}
