using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Docs;

/// <summary>Resolves a <c>cref</c> as it is written in source, from the inside out, without Roslyn's documentation mode.</summary>
internal static class DocReference
{
    public static ISymbol? Resolve(ISymbol from, string reference, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var name = reference.Length > 2 && reference[1] == ':' ? reference.Substring(2) : reference;
        var parenthesis = name.IndexOf('(');
        name = parenthesis < 0 ? name : name.Substring(0, parenthesis);
        var parts = name.Split('.').Select(part => part.Split('{', '<', '`')[0]).ToArray();

        for (INamespaceOrTypeSymbol? scope = from as INamedTypeSymbol ?? from.ContainingType; scope is not null; scope = (INamespaceOrTypeSymbol?)scope.ContainingType ?? scope.ContainingNamespace)
        {
            if (Descend(scope, parts) is { } found)
            {
                return found;
            }
        }

        return Imported(from, parts, cancellation);
    }

    private static ISymbol? Descend(INamespaceOrTypeSymbol scope, string[] parts)
    {
        ISymbol? current = scope;
        foreach (var part in parts)
        {
            current = current is INamespaceOrTypeSymbol container ? Members(container, part).FirstOrDefault() : null;
        }

        return ReferenceEquals(current, scope) ? null : current;
    }

    private static IEnumerable<ISymbol> Members(INamespaceOrTypeSymbol container, string name)
    {
        for (var current = container; current is not null; current = (current as INamedTypeSymbol)?.BaseType)
        {
            foreach (var member in current.GetMembers(name))
            {
                yield return member;
            }
        }
    }

    /// <summary>Looks through the namespaces that the file imports.</summary>
    private static ISymbol? Imported(ISymbol from, string[] parts, CancellationToken cancellation)
    {
        if (from.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree.GetRoot(cancellation) is not Microsoft.CodeAnalysis.CSharp.Syntax.CompilationUnitSyntax unit)
        {
            return null;
        }

        INamespaceSymbol? global = from.ContainingNamespace;
        while (global is { IsGlobalNamespace: false })
        {
            global = global.ContainingNamespace;
        }

        foreach (var import in unit.Usings)
        {
            if (global is not null && import.Alias is null && import.Name is { } name
                && Descend(global, name.ToString().Split('.')) is INamespaceSymbol imported
                && Descend(imported, parts) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
