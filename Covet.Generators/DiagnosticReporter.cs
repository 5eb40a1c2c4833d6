using Covet.Generators.Model;
using Covet.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Covet.Generators;

/// <summary>Reports what could not be generated, at its place in the syntax tree, so that suppression by <c>#pragma</c> and configuration work.</summary>
internal static class DiagnosticReporter
{
    // Set by the package's build files where the analyzers run in the same compilation.
    private const string AnalyzersProperty = "build_property._CovetAnalyzersReport";

    /// <summary>Whether the analyzers report the same under each rule's own ID, so that nobody reads everything twice.</summary>
    public static bool AnalyzersReport(AnalyzerConfigOptions options) => options.TryGetValue(AnalyzersProperty, out var value) && value == "true";

    public static void Report(SourceProductionContext context, IEnumerable<DiagnosticSpec> specs, Compilation compilation, bool analyzersReport)
    {
        foreach (var spec in analyzersReport ? [] : specs)
        {
            Report(context, spec, compilation);
        }
    }

    private static void Report(SourceProductionContext context, DiagnosticSpec spec, Compilation compilation)
    {
        var rule = RuleCatalog.Get(spec.RuleId);
        var location = Find(spec.Location, compilation);
        if (rule.DefaultSeverity != DiagnosticSeverity.Error || IsSuppressed(Diagnostic.Create(rule, location, [.. spec.Arguments]), compilation))
        {
            return; // A warning blocks nothing: it is the analyzers' alone.
        }

        var text = RuleCatalog.Format(spec.RuleId, spec.Arguments) + " (" + spec.RuleId + ")";
        context.ReportDiagnostic(Diagnostic.Create(RuleCatalog.Get(RuleIds.NotGenerated), location, text));
    }

    /// <summary>Reports a finding under its own rule, at a place in the source or else in another file of the project.</summary>
    public static void Report(SourceProductionContext context, string ruleId, string message, LocationSpec? place, string otherFile, Compilation compilation)
    {
        var location = Find(place, compilation) ?? Location.Create(otherFile, default, default);
        var diagnostic = Diagnostic.Create(RuleCatalog.Get(ruleId), location, message);
        if (!IsSuppressed(diagnostic, compilation))
        {
            context.ReportDiagnostic(diagnostic);
        }
    }

    // Whoever switches a rule off, by .editorconfig, #pragma or attribute, does so for the generator too. The compiler itself
    // looks for no attribute where a generator reports.
    private static bool IsSuppressed(Diagnostic diagnostic, Compilation compilation) =>
        CompilationWithAnalyzers.GetEffectiveDiagnostics([diagnostic], compilation).All(static effective => effective is null || effective.IsSuppressed);

    /// <summary>The place in the compilation's own tree; null where it has none, as for a file that another one of the same name hides.</summary>
    public static Location? Find(LocationSpec? place, Compilation compilation)
    {
        var tree = place is null ? null : compilation.SyntaxTrees.FirstOrDefault(candidate => candidate.FilePath == place.FilePath && candidate.Length >= place.Start + place.Length);
        return tree is null ? null : Location.Create(tree, new TextSpan(place!.Start, place.Length));
    }
}
