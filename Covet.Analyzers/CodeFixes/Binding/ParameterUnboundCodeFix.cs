using Covet.Generators.Rules;

namespace Covet.Analyzers.CodeFixes.Binding;

/// <summary>Offers the sources that a parameter can be bound from.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ParameterUnboundCodeFix)), Shared]
internal sealed class ParameterUnboundCodeFix() : CovetCodeFix(RuleIds.ParameterUnbound)
{
    protected override void Offer(FixTarget target)
    {
        if (target.Ancestor<ParameterSyntax>() is not { Parent.Parent: MethodDeclarationSyntax, Type: { } type } parameter)
        {
            return;
        }

        target.Replace("Take it from services: [FromServices]", "services", parameter, Syntax.WithAttribute(parameter, "FromServices"));
        if (target.Model.GetTypeInfo(type, target.Cancellation).Type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false } symbol && symbol.Locations.Any(static location => location.IsInSource))
        {
            target.Replace("Bind its members: [AsParameters]", "members", parameter, Syntax.WithAttribute(parameter, "AsParameters"));
        }
    }
}
