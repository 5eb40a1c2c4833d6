using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Covet.Generators.Parsing.Handlers;

/// <summary>
/// Looks at what a method returns where its signature says <c>object</c>: a value of an anonymous type has no name by which
/// generated code could write it, so it would fail at the first request.
/// </summary>
internal static class ReturnedExpressions
{
    /// <summary>Whether <c>object</c> is in a type, so that its values are told apart at run time.</summary>
    public static bool IsOpen(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_Object } => true,
        IArrayTypeSymbol array => IsOpen(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(IsOpen),
        _ => false,
    };

    /// <summary>Refuses values of anonymous types.</summary>
    public static void Check(IMethodSymbol method, Compilation compilation, DiagnosticSink sink, CancellationToken cancellation)
    {
        foreach (var declaration in method.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation)).OfType<MethodDeclarationSyntax>().Where(syntax => compilation.ContainsSyntaxTree(syntax.SyntaxTree)))
        {
            var model = compilation.GetSemanticModel(declaration.SyntaxTree);
            foreach (var value in Returned(declaration).SelectMany(expression => Values(expression, model, cancellation)))
            {
                if (model.GetTypeInfo(value, cancellation).Type is { } type && IsAnonymous(type))
                {
                    sink.Add(Rules.RuleIds.JsonTypeUnsupported, Symbols.Place(value.GetLocation()), "The result of '" + method.Name + "'", type.ToDisplayString(), "generated code cannot name an anonymous type; use a record");
                }
            }
        }
    }

    private static IEnumerable<ExpressionSyntax> Returned(MethodDeclarationSyntax method) => method.ExpressionBody is { } arrow
        ? [arrow.Expression]
        : (method.Body?.DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)) ?? [])
            .Select(static node => node switch { ReturnStatementSyntax statement => statement.Expression, YieldStatementSyntax statement => statement.Expression, _ => null })
            .OfType<ExpressionSyntax>();

    // The expressions whose values come out of one, with what they are before they become object.
    private static IEnumerable<ExpressionSyntax> Values(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation) => expression switch
    {
        ParenthesizedExpressionSyntax inner => Values(inner.Expression, model, cancellation),
        CastExpressionSyntax inner => Values(inner.Expression, model, cancellation),
        AwaitExpressionSyntax inner => Values(inner.Expression, model, cancellation),
        PostfixUnaryExpressionSyntax inner => Values(inner.Operand, model, cancellation),
        BinaryExpressionSyntax both => Values(both.Left, model, cancellation).Concat(Values(both.Right, model, cancellation)),
        ConditionalExpressionSyntax both => Values(both.WhenTrue, model, cancellation).Concat(Values(both.WhenFalse, model, cancellation)),
        SwitchExpressionSyntax many => many.Arms.SelectMany(arm => Values(arm.Expression, model, cancellation)),
        ArrayCreationExpressionSyntax { Initializer: { } items } => items.Expressions.SelectMany(item => Values(item, model, cancellation)),
        CollectionExpressionSyntax items => items.Elements.OfType<ExpressionElementSyntax>().SelectMany(item => Values(item.Expression, model, cancellation)),
        InvocationExpressionSyntax call => Arguments(call, call.ArgumentList, model, cancellation).Append(expression),
        BaseObjectCreationExpressionSyntax { ArgumentList: { } list } call => Arguments(call, list, model, cancellation).Append(expression),
        _ => [expression],
    };

    // Task.FromResult(...), new ValueTask<object>(...), TypedResults.Ok(...): not the route values beside them.
    private static IEnumerable<ExpressionSyntax> Arguments(ExpressionSyntax call, ArgumentListSyntax list, SemanticModel model, CancellationToken cancellation) =>
        model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol method || !IsWrapper(method) ? []
        : list.Arguments.Where((argument, index) => (argument.NameColon?.Name.Identifier.ValueText ?? method.Parameters.ElementAtOrDefault(index)?.Name) is "value" or "result" or "data" or "error")
            .SelectMany(argument => Values(argument.Expression, model, cancellation));

    private static bool IsWrapper(IMethodSymbol method) =>
        method.ContainingType.ContainingNamespace.IsNamed("System.Threading.Tasks") || method.ContainingType.Is("Microsoft.AspNetCore.Http", "TypedResults");

    /// <summary>Whether an anonymous type is in a type.</summary>
    public static bool IsAnonymous(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsAnonymous(array.ElementType),
        INamedTypeSymbol named => named.IsAnonymousType || named.TypeArguments.Any(IsAnonymous),
        _ => false,
    };
}
