using Covet.Generators.Model;

namespace Covet.Generators.Parsing.Handlers;

/// <summary>Collects what is wrong while one handler is parsed.</summary>
internal sealed class DiagnosticSink
{
    private readonly List<DiagnosticSpec> items = [];

    /// <summary>The findings, for parsers that take a list.</summary>
    public List<DiagnosticSpec> Items => items;

    public int Count => items.Count;

    public void Add(string ruleId, LocationSpec? location, params string[] arguments) =>
        items.Add(new DiagnosticSpec(ruleId, location, new EquatableArray<string>(arguments)));

    public void AddRange(IEnumerable<DiagnosticSpec> specs) => items.AddRange(specs);

    /// <summary>Says that the compiler reports what is wrong: it counts as a finding, and is not told.</summary>
    public void AddBroken() => items.Add(BrokenCode.Finding);

    public EquatableArray<DiagnosticSpec> ToArray() => items.Told();
}
