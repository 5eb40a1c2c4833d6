using System.Collections.Concurrent;

[assembly: AssemblyFixture(typeof(Covet.Generators.Tests.SnapshotLedger))]

namespace Covet.Generators.Tests;

/// <summary>
/// What the tests of this run compared. Where all run and accept, whatever else lies among the snapshots is stale and is deleted: the folder of
/// a test that is gone, the files of a test that has none any more, the section of a case that nobody asks for.
/// </summary>
public sealed class SnapshotLedger : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<string, bool> Files = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<(string File, string Title), bool> Sections = new();

    /// <summary>Notes that the files of a folder were compared.</summary>
    internal static void AddFiles(string folder) => Files[folder] = true;

    /// <summary>Notes that a section of a file was compared.</summary>
    internal static void AddSection(string file, string title) => Sections[(file, title)] = true;

    /// <summary>Looks at all snapshots, where no filter has left tests out.</summary>
    public ValueTask DisposeAsync()
    {
        if (Snapshot.Accepts && !Environment.GetCommandLineArgs().Any(static argument => argument.StartsWith("--filter", StringComparison.Ordinal) || argument is "--list-tests"))
        {
            Stale(Snapshot.Folder("")).ToList().ForEach(static item => item.Delete());
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>What lies in a folder of snapshots and was not compared, and what deletes it.</summary>
    internal static IEnumerable<(string Name, Action Delete)> Stale(string snapshots)
    {
        foreach (var folder in Directory.EnumerateDirectories(snapshots).Order(StringComparer.Ordinal))
        {
            var files = Directory.EnumerateFiles(folder, "*.verified.*").Where(static file => !SnapshotSections.IsOne(file)).ToList();
            if (files.Count > 0 && !Files.ContainsKey(folder))
            {
                yield return (folder, () => files.ForEach(File.Delete));
            }

            foreach (var file in Directory.EnumerateFiles(folder, "*.verified.*").Where(SnapshotSections.IsOne).ToList())
            {
                foreach (var title in SnapshotSections.Titles(file).Where(title => !Sections.ContainsKey((file, title))))
                {
                    yield return ($"{file}, {title}", () => SnapshotSections.Remove(file, title));
                }
            }
        }
    }
}
