using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Covet.Generators.Parsing.Incremental;

/// <summary>
/// What of a file can change the meaning of other files: everything but the bodies of methods, constructors and
/// accessors. Two versions of a file with one shape are the same to all specs that come from other files. The shape that other
/// handlers see leaves out the endpoints of sealed handlers too, which nothing but the pipeline calls: a keystroke in the
/// signature of one endpoint then does not parse all handlers again.
/// </summary>
internal static class DeclarationShape
{
    private static readonly HashSet<string> Verbs = ["Get", "Post", "Put", "Patch", "Delete", "Head", "Options", "Verb"];

    private static readonly ConditionalWeakTable<SyntaxTree, object> Whole = new();
    private static readonly ConditionalWeakTable<SyntaxTree, object> WithoutEndpoints = new();

    /// <summary>The shape of a file; equal for equal shapes, and different (but for a chance of 2^-64) for others.</summary>
    public static long Of(SyntaxTree tree, bool withEndpoints, CancellationToken cancellation) => withEndpoints
        ? (long)Whole.GetValue(tree, key => (object)Hash(key, withEndpoints: true, cancellation))
        : (long)WithoutEndpoints.GetValue(tree, key => (object)Hash(key, withEndpoints: false, cancellation));

    private static long Hash(SyntaxTree tree, bool withEndpoints, CancellationToken cancellation)
    {
        var text = tree.GetText(cancellation);
        var hash = new Fnv();
        hash.Add(tree.FilePath);
        var at = 0;
        foreach (var body in Bodies(tree.GetRoot(cancellation), withEndpoints))
        {
            hash.Add(text, at, body.Start);
            at = body.End;
        }

        hash.Add(text, at, text.Length);
        return hash.Value;
    }

    private static IEnumerable<TextSpan> Bodies(SyntaxNode root, bool withEndpoints)
    {
        foreach (var node in root.DescendantNodes(node => node is not (BlockSyntax or ArrowExpressionClauseSyntax or StatementSyntax or ExpressionSyntax) && (withEndpoints || !IsEndpoint(node))))
        {
            if (!withEndpoints && IsEndpoint(node))
            {
                yield return node.FullSpan;
            }
            else if ((node is BlockSyntax or GlobalStatementSyntax || (node is ArrowExpressionClauseSyntax { Parent: BaseMethodDeclarationSyntax or AccessorDeclarationSyntax })) && !NamesField(node) && !HasNullableDirective(node))
            {
                yield return node.Span;
            }
        }
    }

    // An accessor that says `field` gives its property one, which others see.
    private static bool NamesField(SyntaxNode body) =>
        body.Parent is AccessorDeclarationSyntax && body.DescendantTokens().Any(static token => token.ValueText == "field");

    // It counts for what comes after the body.
    private static bool HasNullableDirective(SyntaxNode body) =>
        body.ContainsDirectives && body.DescendantTrivia().Any(static trivia => trivia.IsKind(SyntaxKind.NullableDirectiveTrivia));

    // Not of a partial class, whose other files are parsed with it, nor of one that others derive from. A directive counts for what follows.
    private static bool IsEndpoint(SyntaxNode node) =>
        node is MethodDeclarationSyntax { AttributeLists.Count: > 0, Parent: ClassDeclarationSyntax { AttributeLists.Count: > 0 } type } method
        && type.Modifiers.Any(static modifier => modifier.IsKind(SyntaxKind.SealedKeyword) || modifier.IsKind(SyntaxKind.StaticKeyword))
        && !type.Modifiers.Any(SyntaxKind.PartialKeyword)
        && !method.ContainsDirectives
        && Names(method).Any(Verbs.Contains)
        && Names(type).Contains("Handler");

    private static IEnumerable<string> Names(MemberDeclarationSyntax member) =>
        from list in member.AttributeLists
        from attribute in list.Attributes
        let name = (attribute.Name switch { QualifiedNameSyntax qualified => qualified.Right, AliasQualifiedNameSyntax alias => alias.Name, var other => other }).ToString()
        select name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name;

    private struct Fnv
    {
        private ulong value;

        public readonly long Value => unchecked((long)value);

        public void Add(string text)
        {
            foreach (var c in text)
            {
                Add(c);
            }
        }

        public void Add(SourceText text, int start, int end)
        {
            for (var i = start; i < end; i++)
            {
                Add(text[i]);
            }

            // The border of a body counts, so that text cannot move across it unseen.
            Add('\uffff');
        }

        private void Add(char c) => value = unchecked(((value == 0 ? 14695981039346656037UL : value) ^ c) * 1099511628211UL);
    }
}
