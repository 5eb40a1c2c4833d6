using Covet.Build;

namespace Covet.Generators.Tests;

/// <summary>
/// Which of the generated files a test is about, when it does not say so: those of its folder's area. The rest of what a run writes
/// is the same for most sources and stands in the snapshots of the tests of its own area.
/// </summary>
internal static class SnapshotSubject
{
    private static readonly (string Area, string Prefix)[] Areas = [(".Json", "Json."), (".Validation", "Validator.")];

    // Collections and the like, whose code is the same for every element: one test shows each.
    private static readonly string[] OfPlatform = ["System_", "_0"];

    /// <summary>The files of the running test's area; the endpoints where it has none, and all where there are no endpoints either.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(IReadOnlyDictionary<string, string> files)
    {
        var area = TestContext.Current.TestClass?.TestClassNamespace ?? "";
        var prefixes = Areas.Where(row => area.EndsWith(row.Area, StringComparison.Ordinal)).Select(row => row.Prefix).Append("Endpoint.");
        var chosen = prefixes.Select(prefix => files.Where(file => file.Key.StartsWith(prefix, StringComparison.Ordinal) && !OfPlatform.Any(type => file.Key.StartsWith(prefix + type, StringComparison.Ordinal))).ToList()).FirstOrDefault(found => found.Count > 0);
        return chosen ?? [.. files];
    }

    /// <summary>The documents of an application, as the build writes them; of a library, what it generates.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Documents(CompiledLibrary compiled)
    {
        var documents = EmbeddedDocumentReader.Read(compiled.Image).Select(document => KeyValuePair.Create(document.Name + ".json", JsonIndenter.Indent(document.Json))).ToList();
        return documents.Count > 0 ? documents : compiled.Shown;
    }

    /// <summary>Nothing, for who checks more than a person can read; a test lists these.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Nothing(CompiledLibrary compiled) => [];
}
