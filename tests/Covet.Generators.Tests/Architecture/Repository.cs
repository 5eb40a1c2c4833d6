using System.Runtime.CompilerServices;

namespace Covet.Generators.Tests;

/// <summary>The repository's own files, which the architecture tests read.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The C# sources below a folder of the repository, without what builds make.</summary>
    public static IEnumerable<string> Sources(string folder) => Files(folder, "*.cs");

    /// <summary>The files below a folder of the repository, without what builds make.</summary>
    public static IEnumerable<string> Files(string folder, string pattern)
    {
        var start = Path.Combine(Root, folder);
        return Directory.Exists(start)
            ? Directory.EnumerateFiles(start, pattern, SearchOption.AllDirectories).Where(f => !IsBuilt(Relative(f))).Order(StringComparer.Ordinal)
            : [];
    }

    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static bool IsBuilt(string relative) =>
        relative.Split('/') is var parts
        && (parts.Any(p => p is "bin" or "obj" or "artifacts" or "node_modules" or ".git" or "TestResults")
            || relative.Contains(".verified.", StringComparison.Ordinal)
            || relative.Contains(".received.", StringComparison.Ordinal));

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
