using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Covet.Generators.Parsing.Incremental;

/// <summary>
/// Finds <c>nameof(Handler.Method)</c> outside of bodies: there it may be the value of an attribute or a constant, which is another one, or
/// none, when that method is.
/// </summary>
internal static class MemberMentions
{
    private static readonly ConditionalWeakTable<Compilation, object> InCompilation = new();
    private static readonly ConditionalWeakTable<SyntaxTree, object> InFile = new();

    /// <summary>Whether a compilation has one.</summary>
    public static bool In(Compilation compilation, CancellationToken cancellation) =>
        (bool)InCompilation.GetValue(compilation, key => (object)key.SyntaxTrees.Any(tree => In(tree, cancellation)));

    private static bool In(SyntaxTree tree, CancellationToken cancellation) => (bool)InFile.GetValue(tree, key => (object)key.GetRoot(cancellation)
        .DescendantNodes(static node => node is not (BlockSyntax or StatementSyntax))
        .Any(static node => node is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" }, ArgumentList.Arguments.Count: 1 } call && call.ArgumentList.Arguments[0].Expression is MemberAccessExpressionSyntax));
}
