using Covet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Incremental;

/// <summary>The files beside its own that a declaration was made from to the letter: there an edit of a body counts too.</summary>
internal static class OtherFiles
{
    /// <summary>Those of the other parts of a type and of its bases, whose endpoints and bodies are read.</summary>
    public static IEnumerable<SyntaxTree> Of(ISymbol symbol, SyntaxTree own, Compilation compilation)
    {
        for (var type = symbol as INamedTypeSymbol ?? symbol.ContainingType; type is { SpecialType: not SpecialType.System_Object }; type = type.BaseType)
        {
            // A base of another project that the compiler took as source is known by its declarations alone.
            foreach (var part in type.DeclaringSyntaxReferences.Where(part => part.SyntaxTree != own && compilation.ContainsSyntaxTree(part.SyntaxTree)))
            {
                yield return part.SyntaxTree;
            }
        }
    }

    /// <summary>Those in which something is told, at a place that moves with every edit.</summary>
    public static IEnumerable<SyntaxTree> At(IEnumerable<DiagnosticSpec> told, SyntaxTree own, Compilation compilation)
    {
        HashSet<string> paths = [.. told.SelectMany(static diagnostic => new[] { diagnostic.Location?.FilePath, diagnostic.Other?.FilePath }).OfType<string>()];
        paths.Remove(own.FilePath);
        return paths.Count == 0 ? [] : compilation.SyntaxTrees.Where(tree => paths.Contains(tree.FilePath));
    }
}
