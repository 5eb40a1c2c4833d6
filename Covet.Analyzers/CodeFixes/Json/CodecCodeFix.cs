using Covet.Analyzers.Rules.Json;

namespace Covet.Analyzers.CodeFixes.Json;

/// <summary>Marks the type that <c>CovetJson</c> is given with <c>[JsonModel]</c>, where it stands in the same file.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CodecCodeFix)), Shared]
internal sealed class CodecCodeFix() : CovetCodeFix(AnalyzerRuleIds.NoCodec)
{
    protected override void Offer(FixTarget target)
    {
        if (target.Ancestor<InvocationExpressionSyntax>() is { } call
            && CodecAnalyzer.TypeOf(call, target.Model, target.Cancellation) is INamedTypeSymbol { IsGenericType: false } type
            && type.DeclaringSyntaxReferences.FirstOrDefault(reference => reference.SyntaxTree == target.Root.SyntaxTree) is { } reference
            && target.Root.FindNode(reference.Span) is BaseTypeDeclarationSyntax declaration)
        {
            target.Replace("Mark '" + type.Name + "' with [JsonModel]", "jsonmodel", declaration, Syntax.WithAttribute(declaration, "global::Covet.JsonModel"));
        }
    }
}
