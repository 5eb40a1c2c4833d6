using Covet.Analyzers.Rules.Json;

namespace Covet.Analyzers.CodeFixes.Json;

/// <summary>Marks the type that generic code gives to <c>CovetJson</c> with <c>[JsonModel]</c>, where it stands in the same file.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CodecCodeFix)), Shared]
internal sealed class CodecCodeFix() : CovetCodeFix(AnalyzerRuleIds.NoCodec)
{
    protected override void Offer(FixTarget target)
    {
        if (target.Property(CodecAnalyzer.TypeProperty) is { } id
            && DocumentationCommentId.GetFirstSymbolForReferenceId(id, target.Model.Compilation) is INamedTypeSymbol { IsGenericType: false } type
            && type.DeclaringSyntaxReferences.FirstOrDefault(reference => reference.SyntaxTree == target.Root.SyntaxTree) is { } reference
            && target.Root.FindNode(reference.Span) is BaseTypeDeclarationSyntax declaration)
        {
            target.Replace("Mark '" + type.Name + "' with [JsonModel]", "jsonmodel", declaration, Syntax.WithAttribute(declaration, "global::Covet.JsonModel"));
        }
    }
}
