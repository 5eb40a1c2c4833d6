using System.Runtime.CompilerServices;

namespace Covet.Generators.Tests;

/// <summary>
/// Generated files against the ones that a person has read and accepted, in the conventions of Verify: the folder
/// <c>Snapshots/Class.Method</c> holds one <c>*.verified.cs</c> a file; a difference writes <c>*.received.cs</c> beside
/// it and fails; a text that is no C#, such as a document, keeps its own extension. To accept, read the received files and rename them, or run the test again with <c>COVET_ACCEPT=1</c>
/// and read the diff before it is committed.
/// </summary>
internal static class Snapshot
{
    public static void Verify(IEnumerable<KeyValuePair<string, string>> files, string testClass, string test)
    {
        var folder = Path.Combine(ProjectFolder(), "Snapshots", $"{testClass}.{test}");
        Directory.CreateDirectory(folder);
        var failures = new List<string>();
        var expected = Directory.EnumerateFiles(folder, "*.verified.*").Select(f => Path.GetFileName(f)).ToHashSet(StringComparer.Ordinal);
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

    /// <summary>
    /// Fails where the class of the running test has no snapshot: whoever runs generated code shows some of it to the people who read
    /// the tests, and a change of it to those who make it.
    /// </summary>
    public static void IsNeeded()
    {
        var name = TestContext.Current.TestClass?.TestClassSimpleName;
        Assert.True(Accepts || (name is not null && IsOf(name)), $"The tests of {name} run generated code of which no snapshot is kept: give one of them GeneratorTestHelper.Verify.");
    }

    /// <summary>Whether a class of tests has a snapshot.</summary>
    public static bool IsOf(string testClass) =>
        Directory.EnumerateDirectories(Path.Combine(ProjectFolder(), "Snapshots"), testClass + ".*").Any(static folder => Directory.EnumerateFiles(folder, "*.verified.*").Any());

    /// <summary>The folder of this project's sources.</summary>
    public static string ProjectFolder([CallerFilePath] string here = "") => Path.GetDirectoryName(Path.GetDirectoryName(here))!;

    /// <summary>Whether what comes out is accepted without a comparison, to be read in the diff.</summary>
    public static bool Accepts => Environment.GetEnvironmentVariable("COVET_ACCEPT") == "1";
}
