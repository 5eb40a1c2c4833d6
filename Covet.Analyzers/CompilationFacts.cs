using System.Runtime.CompilerServices;

namespace Covet.Analyzers;

/// <summary>What the whole application does, as far as the names of its calls tell; a file is read once for as long as it is the same.</summary>
internal sealed class CompilationFacts
{
    private static readonly ConditionalWeakTable<SyntaxTree, HashSet<string>> Files = new();
    private static readonly ConditionalWeakTable<Compilation, CompilationFacts> Known = new();

    private readonly HashSet<string> names;

    private CompilationFacts(Compilation compilation) => names = [.. compilation.SyntaxTrees.Where(static tree => !tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal)).SelectMany(static tree => Files.GetValue(tree, Names))];

    public static CompilationFacts Of(Compilation compilation) => Known.GetValue(compilation, static key => new CompilationFacts(key));

    /// <summary>Whether a member of one of these names is called or set, or an attribute of one is used, anywhere.</summary>
    public bool Uses(params string[] any) => any.Any(names.Contains);

    private static HashSet<string> Names(SyntaxTree tree)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in tree.GetRoot().DescendantNodes())
        {
            switch (node)
            {
                case MemberAccessExpressionSyntax member:
                    names.Add(member.Name.Identifier.ValueText);
                    break;
                case ObjectCreationExpressionSyntax { Type: SimpleNameSyntax type }:
                    names.Add(type.Identifier.ValueText);
                    break;
                case ObjectCreationExpressionSyntax { Type: QualifiedNameSyntax type }:
                    names.Add(type.Right.Identifier.ValueText);
                    break;
                case IdentifierNameSyntax { Identifier.ValueText: "dynamic" }:
                    names.Add("dynamic");
                    break;
                case AttributeSyntax attribute:
                    names.Add(Rules.JsonModels.NameOf(attribute));
                    break;
            }
        }

        return names;
    }
}
