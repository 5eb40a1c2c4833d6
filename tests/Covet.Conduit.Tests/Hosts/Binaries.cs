namespace Covet.Conduit.Tests.Hosts;

/// <summary>Conduit's two forms.</summary>
internal static class Binaries
{
    public static string Jit => Path.Combine(AppContext.BaseDirectory, "Conduit");

    public static Task<string> NativeAsync() => NativePublish.BinaryAsync("samples/Conduit", "Conduit");
}
