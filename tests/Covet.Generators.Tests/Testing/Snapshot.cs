using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;

namespace Covet.Generators.Tests;

/// <summary>
/// Generated files against the ones that a person has read and accepted, in the conventions of Verify: the folder
/// <c>Snapshots/Class.Method</c> holds one <c>*.verified.cs</c> a file; a difference writes <c>*.received.cs</c> beside
/// it and fails; a text that is no C#, such as a document, keeps its own extension. The cases of a theory share one folder: its files are
/// those of one case, and <c>Cases.verified.diff</c> tells what the others have otherwise. To accept, read the received files and rename
/// them, or run the tests, a theory as a whole, again with <c>COVET_ACCEPT=1</c> and read the diff before it is committed.
/// </summary>
internal static class Snapshot
{
    // Which folders this process has accepted anew.
    private static readonly ConcurrentDictionary<string, bool> Accepted = new(StringComparer.Ordinal);

    /// <summary>Compares files with the snapshot of a test.</summary>
    public static void Verify(IEnumerable<KeyValuePair<string, string>> files, string testClass, string test) =>
        Verify(files, Folder($"{testClass}.{test}"));

    /// <summary>Compares what the running test is about with its snapshot, which each case of a theory and each run of a test has.</summary>
    /// <param name="files">The files by their names.</param>
    /// <param name="subject">The source as the test gave it; null where more than the source decides what is generated.</param>
    /// <param name="assembly">The name of the assembly that is compiled.</param>
    public static void VerifySubject(IReadOnlyList<KeyValuePair<string, string>> files, string? subject, string assembly)
    {
        var name = SnapshotName.Of(subject, assembly);
        if (files.Count == 0 || SnapshotName.Turn(name, string.Concat(files.Select(file => file.Key + "\n" + file.Value))) is not { } turn)
        {
            return;
        }

        var folder = Folder(turn == 0 ? name : $"{name}.{turn + 1}");
        if (SnapshotName.Case() is not { } title)
        {
            Verify(files, folder);
            return;
        }

        var cases = new SnapshotSections(folder, "Cases", "diff");
        var isFirst = Accepts && Accepted.TryAdd(folder, true);
        if (isFirst || !Directory.Exists(folder))
        {
            cases.Clear();
            Verify(files, folder);
            return;
        }

        var difference = Difference(folder, files);
        cases.Verify(title, difference.Length == 0 ? null : difference);
    }

    /// <summary>Compares what the generator reports for the source of the running test, or of a case of it, with its snapshot.</summary>
    public static void VerifyRefusals(string text)
    {
        var name = SnapshotName.Of(null, "App");
        if (SnapshotName.Turn(name + " refusals", text) is not { } turn)
        {
            return;
        }

        var sections = new SnapshotSections(Folder(name), "Diagnostics", "txt");
        if (Accepts && Accepted.TryAdd(name + " refusals", true))
        {
            sections.Clear();
        }

        sections.Verify((SnapshotName.Case() ?? "The test") + (turn == 0 ? "" : $", run {turn + 1}"), text);
    }

    /// <summary>The folder of this project's sources.</summary>
    public static string ProjectFolder([CallerFilePath] string here = "") => Path.GetDirectoryName(Path.GetDirectoryName(here))!;

    /// <summary>Whether what comes out is accepted without a comparison, to be read in the diff.</summary>
    public static bool Accepts => Environment.GetEnvironmentVariable("COVET_ACCEPT") == "1";

    /// <summary>The folder of a snapshot.</summary>
    public static string Folder(string name) => Path.Combine(ProjectFolder(), "Snapshots", name);

    private static void Verify(IEnumerable<KeyValuePair<string, string>> files, string folder)
    {
        SnapshotLedger.AddFiles(folder);
        Directory.CreateDirectory(folder);
        var failures = new List<string>();
        var expected = Existing(folder).Select(f => Path.GetFileName(f)).ToHashSet(StringComparer.Ordinal);
        foreach (var (hintName, text) in files)
        {
            var (name, extension) = (Path.GetFileNameWithoutExtension(hintName), Path.GetExtension(hintName));
            var verified = Path.Combine(folder, $"{name}.verified{extension}");
            var received = Path.Combine(folder, $"{name}.received{extension}");
            expected.Remove(Path.GetFileName(verified));
            var before = File.Exists(verified) ? File.ReadAllText(verified) : null;
            if (before == text)
            {
                File.Delete(received);
            }
            else if (Accepts)
            {
                File.WriteAllText(verified, text);
                File.Delete(received);
            }
            else
            {
                File.WriteAllText(received, text);
                failures.Add(before is null ? $"{verified} is missing; the new file:\n{text}" : $"{verified} differs:\n{LineDiff.Between(before, text)}");
            }
        }

        foreach (var gone in expected)
        {
            if (Accepts)
            {
                File.Delete(Path.Combine(folder, gone));
            }
            else
            {
                failures.Add($"{Path.Combine(folder, gone)} is no longer generated.");
            }
        }

        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
    }

    // What a case has otherwise than the one whose files lie in the folder; empty where it has the same.
    private static string Difference(string folder, IReadOnlyList<KeyValuePair<string, string>> files)
    {
        SnapshotLedger.AddFiles(folder);
        var before = Existing(folder).ToDictionary(file => Path.GetFileName(file).Replace(".verified.", ".", StringComparison.Ordinal), File.ReadAllText, StringComparer.Ordinal);
        var after = files.ToDictionary(file => file.Key, file => file.Value, StringComparer.Ordinal);
        var difference = new StringBuilder();
        foreach (var name in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal))
        {
            var (old, text) = (before.GetValueOrDefault(name, ""), after.GetValueOrDefault(name, ""));
            if (old != text)
            {
                difference.Append("-- ").Append(name).Append('\n').Append(text.Length == 0 ? "is not generated\n" : LineDiff.Between(old, text));
            }
        }

        return difference.ToString();
    }

    private static IEnumerable<string> Existing(string folder) => Directory.EnumerateFiles(folder, "*.verified.*")
        .Where(static file => !SnapshotSections.IsOne(file));
}
