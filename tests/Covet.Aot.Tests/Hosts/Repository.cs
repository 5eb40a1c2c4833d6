using System.Runtime.CompilerServices;

namespace Covet.Aot.Tests;

internal static class Repository
{
    public static string Root { get; } = FindRoot();

    private static string FindRoot([CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(here)!);
        while (!File.Exists(Path.Combine(folder.FullName, "Covet.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException($"No Covet.sln above {here}.");
        }

        return folder.FullName;
    }
}
