namespace Covet.Internal;

/// <summary>A table of names and values on the developer page.</summary>
internal sealed record ReportSection(string Name, string Title, IReadOnlyList<KeyValuePair<string, string>> Rows);
