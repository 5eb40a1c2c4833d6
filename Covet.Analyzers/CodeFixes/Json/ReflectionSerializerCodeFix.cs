namespace Covet.Analyzers.CodeFixes.Json;

/// <summary>Calls <c>CovetJson</c>, which has code for each <c>[JsonModel]</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReflectionSerializerCodeFix)), Shared]
internal sealed class ReflectionSerializerCodeFix() : CovetCodeFix(AnalyzerRuleIds.ReflectionSerializer)
{
    protected override void Offer(FixTarget target)
    {
        if (target.Ancestor<MemberAccessExpressionSyntax>() is { Name.Identifier.ValueText: "Serialize" or "SerializeToUtf8Bytes" or "Deserialize", Parent: InvocationExpressionSyntax { ArgumentList.Arguments.Count: 1 or 2 } call } member
            && (call.ArgumentList.Arguments.Count == 1 || target.Model.GetTypeInfo(call.ArgumentList.Arguments[1].Expression, target.Cancellation).Type?.Name == "JsonSerializerOptions"))
        {
            var covet = SyntaxFactory.ParseExpression("global::Covet.CovetJson").WithTriviaFrom(member.Expression).WithAdditionalAnnotations(Microsoft.CodeAnalysis.Simplification.Simplifier.Annotation);
            var changed = call.WithExpression(member.WithExpression(covet)).WithArgumentList(call.ArgumentList.WithArguments([call.ArgumentList.Arguments[0]]));
            target.Replace("Use CovetJson", "covetjson", call, changed);
        }
    }
}
