namespace Covet.Analyzers.CodeFixes;

/// <summary>What all code fixes have in common: each change is one of syntax, and Fix All applies it everywhere.</summary>
internal abstract class CovetCodeFix(params string[] rules) : CodeFixProvider
{
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; } = [.. rules];

    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            if (diagnostic.Location.SourceTree == root.SyntaxTree)
            {
                Offer(new FixTarget(context, diagnostic, root, model));
            }
        }
    }

    /// <summary>Offers the repairs for one finding; none where the code around it is not what it needs.</summary>
    protected abstract void Offer(FixTarget target);
}
