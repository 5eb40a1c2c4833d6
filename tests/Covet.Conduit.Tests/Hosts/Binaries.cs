namespace Covet.Conduit.Tests.Hosts;

/// <summary>The programs under test.</summary>
internal static class Binaries
{
    public static string Jit => Path.Combine(AppContext.BaseDirectory, "Conduit");

    public static string TechEmpower => Path.Combine(Repository.Root, "samples/TechEmpower/bin", Configuration, "net10.0", "TechEmpower");

    // This program lies in bin/Debug/net10.0.
    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    public static Task<string> NativeAsync() => NativePublish.BinaryAsync("samples/Conduit", "Conduit");

    public static Task<string> NativeTechEmpowerAsync() => NativePublish.BinaryAsync("samples/TechEmpower", "TechEmpower");
}
