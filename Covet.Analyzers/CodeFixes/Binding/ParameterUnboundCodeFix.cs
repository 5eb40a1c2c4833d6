using Covet.Generators.Rules;

namespace Covet.Analyzers.CodeFixes.Binding;

/// <summary>Offers the sources that a parameter can be bound from.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ParameterUnboundCodeFix)), Shared]
internal sealed class ParameterUnboundCodeFix() : CovetCodeFix(RuleIds.ParameterUnbound, RuleIds.TwoBodies)
{
    protected override void Offer(FixTarget target)
    {
        if (target.Ancestor<ParameterSyntax>() is not { Parent.Parent: MethodDeclarationSyntax method, Type: { } type } parameter)
        {
            return;
        }

        var symbol = target.Model.GetTypeInfo(type, target.Cancellation).Type;
        if (symbol?.Name is "Stream" or "PipeReader")
        {
            return; // The body itself, which has no other source.
        }

        target.Replace("Take it from services: [FromServices]", "services", parameter, Syntax.WithSource(parameter, "FromServices"));
        if (symbol is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false } && symbol.Locations.Any(static location => location.IsInSource))
        {
            target.Replace("Bind its members: [AsParameters]", "members", parameter, Syntax.WithSource(parameter, "AsParameters"));
            if (target.Diagnostic.Id == RuleIds.ParameterUnbound && !MayBeGet(method))
            {
                target.Replace("Read it from the body: [FromBody]", "body", parameter, Syntax.WithSource(parameter, "FromBody"));
            }
        }
    }

    private static bool MayBeGet(MethodDeclarationSyntax method) =>
        method.AttributeLists.SelectMany(static list => list.Attributes).Any(static attribute => Syntax.Name(attribute) is "Get" or "Head" or "Options" or "Verb");
}
