using System.Runtime.CompilerServices;

namespace HttpApp.Handlers;

/// <summary>What the tests ask of the host itself.</summary>
[Handler("/diagnostics")]
public static class DiagnosticsHandler
{
    /// <summary>Which kind of host runs: <c>jit</c> or <c>native</c>.</summary>
    [Get("host")]
    public static string Host() => RuntimeFeature.IsDynamicCodeCompiled ? "jit" : "native";

    /// <summary>The name of the request, which tells whose HTTP/1.1 served it.</summary>
    [Get("request")]
    public static string Request(HttpContext context) => context.TraceIdentifier;

    [Get("errors")]
    public static List<string> Errors(HttpContext context) => context.RequestServices.GetRequiredService<ErrorLog>().Take();

    [Get("allocated")]
    public static long Allocated() => GC.GetTotalAllocatedBytes(precise: true);
}
