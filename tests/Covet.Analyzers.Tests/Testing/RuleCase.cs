namespace Covet.Analyzers.Tests;

/// <summary>One section of a rule's file of cases.</summary>
/// <param name="Kind"><c>wrong</c> or <c>right</c>.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Code">The user's file; in a wrong one <c>[|...|]</c> marks the places.</param>
internal sealed record RuleCase(string Kind, string Title, string Code)
{
    /// <summary>The messages, in the order of the places.</summary>
    public string Messages { get; init; } = "";

    /// <summary>The file after each fix that is offered for the first place, by the fix's title.</summary>
    public IReadOnlyList<(string Title, string Code)> Fixes { get; init; } = [];

    /// <summary>The code as a file; members alone stand in a handler.</summary>
    public static string AsFile(string code) =>
        code.Contains("class ", StringComparison.Ordinal) || code.Contains("record ", StringComparison.Ordinal) || code.Contains("[Handler", StringComparison.Ordinal) || code.Contains("struct ", StringComparison.Ordinal) || code.Contains("var builder", StringComparison.Ordinal) || code.Contains("var app", StringComparison.Ordinal)
            ? code
            : "[Handler]\npublic sealed class H\n{\n" + string.Join("\n", code.TrimEnd('\n').Split('\n').Select(line => line.Length == 0 ? line : "    " + line)) + "\n}\n";
}
