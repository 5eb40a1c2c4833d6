namespace Covet.Generators.Model;

/// <summary>A diagnostic as a value; becomes a <c>Diagnostic</c> with a location in a syntax tree at the end of the pipeline.</summary>
internal sealed record DiagnosticSpec(string RuleId, LocationSpec? Location, EquatableArray<string> Arguments)
{
    /// <summary>A second place that has its part in it.</summary>
    public LocationSpec? Other { get; init; }
}
