using Covet.Generators.Parsing.Incremental;
using Covet.Generators.Parsing.Services;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Covet.Generators.Parsing.Handlers;

/// <summary>
/// Finds the declarations that carry Covet's attributes, and parses each once for as long as nothing that it depends on
/// changes. <c>ForAttributeWithMetadataName</c> binds the attributes of every candidate at every keystroke, which for
/// 500 handlers is most of the time that a keystroke may take.
/// </summary>
internal static class DeclarationParser
{
    private static readonly ParseCache<DeclarationParseResult> Cache = new();

    /// <summary>Whether a node can carry one of Covet's attributes; by syntax alone, so that an alias of an attribute is found too.</summary>
    public static bool IsCandidate(SyntaxNode node) => node switch
    {
        TypeDeclarationSyntax type => type.AttributeLists.Count > 0,
        MethodDeclarationSyntax { Parent: TypeDeclarationSyntax parent } method => method.AttributeLists.Count > 0 && !IsMarkedHandler(parent),

        // What no generated code can call, so that a verb there is told and not overlooked.
        LocalFunctionStatementSyntax local => local.AttributeLists.Count > 0,
        LambdaExpressionSyntax lambda => lambda.AttributeLists.Count > 0,
        AccessorDeclarationSyntax accessor => accessor.AttributeLists.Count > 0,
        BaseMethodDeclarationSyntax { Parent: TypeDeclarationSyntax } method => method.AttributeLists.Count > 0,
        _ => false,
    };

    /// <summary>What the declaration is; null where it is nothing of Covet's.</summary>
    public static DeclarationParseResult? Parse(SyntaxNode declaration, Compilation compilation, CancellationToken cancellation) =>
        Cache.Get(declaration, compilation, ParseNew, cancellation);

    private static Parsed<DeclarationParseResult> ParseNew(SyntaxNode node, Compilation compilation, CancellationToken cancellation)
    {
        var model = compilation.GetSemanticModel(node.SyntaxTree);
        var symbol = node is LambdaExpressionSyntax ? model.GetSymbolInfo(node, cancellation).Symbol : model.GetDeclaredSymbol(node, cancellation);
        var result = symbol is null ? null : Parse(symbol, node, compilation, cancellation);
        return new(result, symbol is null || SeesEndpoints(symbol) || MemberMentions.In(compilation, cancellation), result is null ? [] : [.. Others(result, symbol!, node.SyntaxTree, compilation)]);
    }

    // A handler does not depend on what others answer, but where its own bodies are looked into, which may call them.
    private static bool SeesEndpoints(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol type => type is not { BaseType: null or { SpecialType: SpecialType.System_Object }, Interfaces.IsEmpty: true } || type.GetMembers().OfType<IMethodSymbol>().Any(SeesEndpoints),
        IMethodSymbol { MethodKind: MethodKind.Ordinary } method => ResultValues.AreHidden(method.ReturnType) || ReturnedExpressions.IsOpen(method.ReturnType),
        IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction } => true,
        _ => false,
    };

    // Where a route stands is in one of the handler's own files.
    private static IEnumerable<SyntaxTree> Others(DeclarationParseResult result, ISymbol symbol, SyntaxTree own, Compilation compilation) =>
        OtherFiles.Of(symbol, own, compilation).Concat(OtherFiles.At((result.Handler?.Diagnostics ?? default).Concat(result.Services?.Diagnostics ?? default), own, compilation));

    private static bool IsMarkedHandler(TypeDeclarationSyntax type) => type.AttributeLists.SelectMany(static list => list.Attributes).Any(static attribute =>
        attribute.Name is IdentifierNameSyntax { Identifier.ValueText: "Handler" or "HandlerAttribute" });

    private static DeclarationParseResult? Parse(ISymbol symbol, SyntaxNode node, Compilation compilation, CancellationToken cancellation)
    {
        if (symbol is IMethodSymbol method)
        {
            return Carries(method, node, static attribute => attribute.AttributeClass.DerivesFrom("Covet", "VerbAttribute")).Any()
                && (HandlerParser.IsLoose(method) || method.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction)
                ? new DeclarationParseResult(HandlerParser.ParseStatic(method, compilation, cancellation), null)
                : null;
        }

        if (symbol is not INamedTypeSymbol type)
        {
            return null;
        }

        var handler = Carries(type, node, static attribute => attribute.AttributeClass.Is("Covet", "HandlerAttribute")).FirstOrDefault();
        var services = Carries(type, node, ServiceAttributes.Is).ToList();
        return handler is null && services.Count == 0
            ? null
            : new DeclarationParseResult(
                handler is null ? null : HandlerParser.Parse(type, handler, compilation, cancellation),
                services.Count == 0 ? null : ServiceParser.Parse(type, services, cancellation));
    }

    // The other parts of a partial type are declarations of their own.
    private static IEnumerable<AttributeData> Carries(ISymbol symbol, SyntaxNode node, Func<AttributeData, bool> wanted) => symbol.GetAttributes().Where(attribute =>
        wanted(attribute)
        && attribute.ApplicationSyntaxReference is { } reference
        && reference.SyntaxTree == node.SyntaxTree
        && node.Span.Contains(reference.Span));
}
