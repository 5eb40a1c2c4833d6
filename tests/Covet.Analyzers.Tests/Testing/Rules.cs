using System.Collections.Immutable;
using Covet.Generators.Rules;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Covet.Analyzers.Tests;

/// <summary>Everything that the two assemblies export.</summary>
internal static class Rules
{
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
    [
        .. typeof(CovetAnalyzer).Assembly.GetTypes().Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(DiagnosticAnalyzer))).OrderBy(t => t.FullName, StringComparer.Ordinal)
            .Select(t => (DiagnosticAnalyzer)Activator.CreateInstance(t, nonPublic: true)!),
    ];

    public static ImmutableArray<CodeFixProvider> Fixes { get; } =
    [
        .. typeof(CodeFixes.CovetCodeFix).Assembly.GetTypes().Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(CodeFixProvider))).OrderBy(t => t.FullName, StringComparer.Ordinal)
            .Select(t => (CodeFixProvider)Activator.CreateInstance(t, nonPublic: true)!),
    ];

    /// <summary>The rules that analyzers report, by ID.</summary>
    public static ImmutableSortedDictionary<string, DiagnosticDescriptor> OfAnalyzers { get; } =
        Analyzers.SelectMany(a => a.SupportedDiagnostics).Distinct().ToImmutableSortedDictionary(d => d.Id, d => d, StringComparer.Ordinal);

    /// <summary>All rules: those of analyzers, of the generator, and of the contract.</summary>
    public static ImmutableSortedDictionary<string, DiagnosticDescriptor> All { get; } =
        OfAnalyzers.Values.Concat(RuleCatalog.All).Distinct().ToImmutableSortedDictionary(d => d.Id, d => d, StringComparer.Ordinal);
}
