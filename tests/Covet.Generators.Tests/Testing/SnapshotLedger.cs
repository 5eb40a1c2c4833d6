using System.Collections.Concurrent;

[assembly: AssemblyFixture(typeof(Covet.Generators.Tests.SnapshotLedger))]

namespace Covet.Generators.Tests;

/// <summary>
/// What the tests of this run compared. When all have run, whatever else lies among the snapshots is stale, and fails the run: the folder of
/// a test that is gone, the files of a test that has none any more, the section of a case that nobody asks for. Accepting deletes it.
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
        // A test that failed before it compared anything leaves its snapshot to look stale: it is one of two failures then.
        if (Environment.GetCommandLineArgs().Any(static argument => argument.StartsWith("--filter", StringComparison.Ordinal) || argument is "--list-tests" || argument.StartsWith("--treenode", StringComparison.Ordinal)))
        {
            return ValueTask.CompletedTask;
        }

        var stale = Stale(Snapshot.Folder("")).ToList();
        if (Snapshot.Accepts)
        {
            stale.ForEach(static item => item.Delete());
        }
        else if (stale.Count > 0)
        {
            throw new InvalidOperationException("No test compares these snapshots; COVET_ACCEPT=1 deletes them:\n" + string.Join('\n', stale.Select(static item => item.Name)));
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
