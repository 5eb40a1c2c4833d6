using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace Covet.Analyzers.CodeFixes;

/// <summary>A finding in a document, and the repairs that are offered for it.</summary>
internal sealed class FixTarget(CodeFixContext context, Diagnostic diagnostic, SyntaxNode root, SemanticModel model)
{
    public Diagnostic Diagnostic => diagnostic;

    public SyntaxNode Root => root;

    public SemanticModel Model => model;

    public CancellationToken Cancellation => context.CancellationToken;

    /// <summary>The innermost node at the finding's place.</summary>
    public SyntaxNode Node { get; } = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);

    /// <summary>The nearest node of a kind, the finding's own included.</summary>
    public T? Ancestor<T>()
        where T : SyntaxNode => Node.FirstAncestorOrSelf<T>();

    /// <summary>What the analyzer left for the fix.</summary>
    public string? Property(string name) => diagnostic.Properties.TryGetValue(name, out var value) ? value : null;

    /// <summary>Offers to put one node in another's place.</summary>
    /// <param name="title">What the light bulb says.</param>
    /// <param name="key">What the same repair elsewhere has in common with it, for Fix All.</param>
    /// <param name="before">The node as it is.</param>
    /// <param name="after">The node as it shall be.</param>
    public void Replace(string title, string key, SyntaxNode before, SyntaxNode after) => Replace(title, key, [(before, after)]);

    /// <summary>Offers to replace several nodes, none inside another.</summary>
    public void Replace(string title, string key, IReadOnlyList<(SyntaxNode Before, SyntaxNode After)> changes) => context.RegisterCodeFix(
        CodeAction.Create(
            title,
            _ =>
            {
                var map = changes.ToDictionary(static change => change.Before, static change => change.After.WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation));
                return Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNodes(map.Keys, (before, _) => map[before])));
            },
            key),
        diagnostic);

    /// <summary>Offers to replace text: for what stands inside a literal.</summary>
    public void ReplaceText(string title, string key, Microsoft.CodeAnalysis.Text.TextSpan span, string text) => context.RegisterCodeFix(
        CodeAction.Create(
            title,
            async cancellation =>
            {
                var source = await context.Document.GetTextAsync(cancellation).ConfigureAwait(false);
                return context.Document.WithText(source.Replace(span, text));
            },
            key),
        diagnostic);
}
