using System.Runtime.CompilerServices;

namespace HttpApp.Handlers;

/// <summary>What the tests ask of the host itself.</summary>
[Handler("/diagnostics")]
public static class DiagnosticsHandler
{
    /// <summary>Which kind of host runs: <c>jit</c> or <c>native</c>.</summary>
    [Get("host")]
    public static string Host() => RuntimeFeature.IsDynamicCodeCompiled ? "jit" : "native";

    [Get("errors")]
    public static List<string> Errors(HttpContext context) => context.RequestServices.GetRequiredService<ErrorLog>().Take();

    [Get("allocated")]
    public static long Allocated() => GC.GetTotalAllocatedBytes(precise: true);
}
