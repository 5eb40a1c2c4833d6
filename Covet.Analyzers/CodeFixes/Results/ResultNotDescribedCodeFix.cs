namespace Covet.Analyzers.CodeFixes.Results;

/// <summary>Declares the typed results that a method returns; what comes of <c>Results</c> comes of <c>TypedResults</c> then.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ResultNotDescribedCodeFix)), Shared]
internal sealed class ResultNotDescribedCodeFix() : CovetCodeFix(AnalyzerRuleIds.ResultNotDescribed)
{
    protected override void Offer(FixTarget target)
    {
        if (target.Ancestor<MethodDeclarationSyntax>() is not { } method)
        {
            return;
        }

        var name = method.ReturnType.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().FirstOrDefault(static candidate => candidate.Identifier.ValueText == "IResult");
        if (name is null || (name != method.ReturnType && !method.Modifiers.Any(SyntaxKind.AsyncKeyword)))
        {
            return;
        }

        if (target.Property("types") is { } types)
        {
            target.Replace("Return " + types, "typed", name, SyntaxFactory.ParseTypeName(types).WithTriviaFrom(name));
            return;
        }

        var factories = method.DescendantNodes().OfType<InvocationExpressionSyntax>().Select(static call => call.Expression).OfType<MemberAccessExpressionSyntax>()
            .Select(static member => member.Expression).OfType<IdentifierNameSyntax>().Where(static type => type.Identifier.ValueText == "Results").ToList();
        if (factories.Count > 0 && Typed(method, target) is { } made)
        {
            var typed = SyntaxFactory.IdentifierName("TypedResults");
            target.Replace("Return " + made, "typed", [(name, SyntaxFactory.ParseTypeName(made).WithTriviaFrom(name)), .. factories.Select(factory => ((SyntaxNode)factory, (SyntaxNode)typed.WithTriviaFrom(factory)))]);
        }
    }

    // The types that the returned calls have on TypedResults; null where one is not such a call.
    private static string? Typed(MethodDeclarationSyntax method, FixTarget target)
    {
        var types = new List<string>();
        foreach (var value in Returned(method))
        {
            if (value is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Results" or "TypedResults" } factory } } call)
            {
                return null;
            }

            var typed = call.ReplaceNode(factory, SyntaxFactory.IdentifierName("TypedResults"));
            if (target.Model.GetSpeculativeTypeInfo(call.SpanStart, typed, SpeculativeBindingOption.BindAsExpression).Type is not INamedTypeSymbol { TypeKind: not TypeKind.Error } type
                || type.ContainingNamespace.ToDisplayString() != "Microsoft.AspNetCore.Http.HttpResults")
            {
                return null;
            }

            types.Add(type.ToMinimalDisplayString(target.Model, method.SpanStart));
        }

        types = [.. types.Distinct()];
        return types.Count switch { 0 or > 6 => null, 1 => types[0], _ => "Results<" + string.Join(", ", types) + ">" };
    }

    private static IEnumerable<ExpressionSyntax> Returned(MethodDeclarationSyntax method) => method.ExpressionBody is { } arrow
        ? Branches(arrow.Expression)
        : method.Body?.DescendantNodes(static node => node is not (LambdaExpressionSyntax or LocalFunctionStatementSyntax)).OfType<ReturnStatementSyntax>().SelectMany(static statement => statement.Expression is null ? [] : Branches(statement.Expression)) ?? [];

    private static IEnumerable<ExpressionSyntax> Branches(ExpressionSyntax value) => value switch
    {
        ParenthesizedExpressionSyntax parenthesized => Branches(parenthesized.Expression),
        ConditionalExpressionSyntax conditional => Branches(conditional.WhenTrue).Concat(Branches(conditional.WhenFalse)),
        SwitchExpressionSyntax choice => choice.Arms.SelectMany(static arm => Branches(arm.Expression)),
        ThrowExpressionSyntax => [],
        _ => [value],
    };
}
