using Covet.Generators.Rules;

namespace Covet.Analyzers.CodeFixes.Binding;

/// <summary>Binds an object member by member: <c>[AsParameters]</c> in the place of <c>[FromQuery]</c> or <c>[FromBody]</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MemberByMemberCodeFix)), Shared]
internal sealed class MemberByMemberCodeFix() : CovetCodeFix(RuleIds.ParameterTypeUnsupported, AnalyzerRuleIds.BodyOnGet)
{
    protected override void Offer(FixTarget target)
    {
        if (target.Ancestor<ParameterSyntax>() is { Parent.Parent: MethodDeclarationSyntax } parameter
            && parameter.AttributeLists.SelectMany(static list => list.Attributes).FirstOrDefault(static attribute => attribute.Name.ToString() is "FromQuery" or "FromBody") is { } attribute
            && target.Model.GetTypeInfo(parameter.Type!, target.Cancellation).Type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false, SpecialType: SpecialType.None })
        {
            target.Replace("Bind its members by [AsParameters]", "members", attribute, SyntaxFactory.Attribute(SyntaxFactory.IdentifierName("AsParameters")));
        }
    }
}
