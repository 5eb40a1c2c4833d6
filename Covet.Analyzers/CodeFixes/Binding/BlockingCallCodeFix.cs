namespace Covet.Analyzers.CodeFixes.Binding;

/// <summary>Awaits instead of blocking; makes the method async where it is not.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BlockingCallCodeFix)), Shared]
internal sealed class BlockingCallCodeFix() : CovetCodeFix(AnalyzerRuleIds.BlockingCall)
{
    protected override void Offer(FixTarget target)
    {
        if (target.Node is not ExpressionSyntax blocking || target.Ancestor<MethodDeclarationSyntax>() is not { } method || Awaitable(blocking) is not { } task)
        {
            return;
        }

        ExpressionSyntax awaited = SyntaxFactory.AwaitExpression(task.WithoutTrivia()).NormalizeWhitespace();
        if (blocking.Parent is MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or ConditionalAccessExpressionSyntax)
        {
            awaited = SyntaxFactory.ParenthesizedExpression(awaited);
        }

        var changed = method.ReplaceNode(blocking, awaited.WithTriviaFrom(blocking));
        if (!method.Modifiers.Any(SyntaxKind.AsyncKeyword))
        {
            if (method.ReturnType.ToString() is var type && (type.StartsWith("Task", StringComparison.Ordinal) || type.StartsWith("ValueTask", StringComparison.Ordinal)))
            {
                return; // Each of its returns would change.
            }

            var result = SyntaxFactory.ParseTypeName(type == "void" ? "Task" : "Task<" + type + ">").WithTriviaFrom(changed.ReturnType);
            changed = changed.WithReturnType(result).AddModifiers(SyntaxFactory.Token(SyntaxKind.AsyncKeyword).WithTrailingTrivia(SyntaxFactory.Space));
        }

        target.Replace("Await", "await", method, changed);
    }

    private static ExpressionSyntax? Awaitable(ExpressionSyntax blocking)
    {
        switch (blocking)
        {
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Result" } result:
                return result.Expression;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } call:
                return member.Name.Identifier.ValueText switch
                {
                    "Wait" when call.ArgumentList.Arguments.Count == 0 => member.Expression,
                    "GetResult" when member.Expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax awaiter } => awaiter.Expression,
                    "WaitAll" => call.WithExpression(member.WithName(SyntaxFactory.IdentifierName("WhenAll"))),
                    "Sleep" => SyntaxFactory.InvocationExpression(SyntaxFactory.ParseExpression("Task.Delay"), call.ArgumentList),
                    _ => null,
                };
            default:
                return null;
        }
    }
}
