namespace Covet.Conduit.Tests.Hosts;

/// <summary>The programs under test.</summary>
internal static class Binaries
{
    public static string Jit => Path.Combine(AppContext.BaseDirectory, "Conduit");

    /// <summary>The native one where it has been published already: that it can be is shown by <c>Covet.Aot.Tests</c>, and takes
    /// longer than all tests of this program.</summary>
    public static string TechEmpower => Environment.GetEnvironmentVariable("COVET_NATIVE_TechEmpower") is { Length: > 0 } ready
        ? ready
        : Path.Combine(Repository.Root, "samples/TechEmpower/bin", Configuration, "net10.0", "TechEmpower");

    // This program lies in bin/Debug/net10.0.
    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    public static Task<string> NativeAsync() => NativePublish.BinaryAsync("samples/Conduit", "Conduit");
}
