using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Covet.Analyzers.Tests;

/// <summary>
/// What a project file and an <c>.editorconfig</c> say, taken from comments of the source: <c>//! build_property.X = y</c>,
/// <c>//! dotnet_diagnostic.CVT0101.severity = none</c>, <c>//! library</c>.
/// </summary>
internal sealed partial class ProjectOptions : AnalyzerConfigOptionsProvider
{
    private readonly Options values;

    private ProjectOptions(Dictionary<string, string> values, OutputKind outputKind)
    {
        this.values = new Options(values);
        OutputKind = outputKind;
        Severities = new SeverityProvider(values);
    }

    public OutputKind OutputKind { get; }

    public SyntaxTreeOptionsProvider Severities { get; }

    public override AnalyzerConfigOptions GlobalOptions => values;

    public static ProjectOptions In(string source)
    {
        var settings = Setting().Matches(source).ToDictionary(m => m.Groups["key"].Value, m => m.Groups["value"].Value.Trim(), StringComparer.OrdinalIgnoreCase);
        return new ProjectOptions(settings, source.Contains("//! library", StringComparison.Ordinal) ? OutputKind.DynamicallyLinkedLibrary : OutputKind.ConsoleApplication);
    }

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => values;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => values;

    [GeneratedRegex(@"^//! (?<key>\S+) = (?<value>.*)$", RegexOptions.Multiline)]
    private static partial Regex Setting();

    private sealed class Options(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }

    private sealed class SeverityProvider(Dictionary<string, string> values) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
        {
            severity = ReportDiagnostic.Default;
            if (!values.TryGetValue($"dotnet_diagnostic.{diagnosticId}.severity", out var text))
            {
                return false;
            }

            severity = text switch { "none" => ReportDiagnostic.Suppress, "suggestion" => ReportDiagnostic.Info, "warning" => ReportDiagnostic.Warn, _ => ReportDiagnostic.Error };
            return true;
        }

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
        {
            severity = ReportDiagnostic.Default;
            return false;
        }
    }
}
