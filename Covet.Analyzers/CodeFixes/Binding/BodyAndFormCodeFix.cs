using Covet.Generators.Rules;

namespace Covet.Analyzers.CodeFixes.Binding;

/// <summary>Reads both from the form, or the field from the query.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BodyAndFormCodeFix)), Shared]
internal sealed class BodyAndFormCodeFix() : CovetCodeFix(RuleIds.BodyAndForm)
{
    protected override void Offer(FixTarget target)
    {
        if (target.Ancestor<ParameterSyntax>() is not { Parent: ParameterListSyntax { Parent: MethodDeclarationSyntax } list } field)
        {
            return;
        }

        var bodies = list.Parameters.Where(other => other != field && IsBody(other, target)).ToList();
        if (bodies.Count == 1)
        {
            target.Replace("Read '" + bodies[0].Identifier.ValueText + "' from the form too: [FromForm]", "form", bodies[0], Syntax.WithSource(bodies[0], "FromForm"));
        }

        if (Syntax.Attributes(field.AttributeLists, "FromForm").Any() && field.Type is PredefinedTypeSyntax or NullableTypeSyntax { ElementType: PredefinedTypeSyntax })
        {
            target.Replace("Take '" + field.Identifier.ValueText + "' from the query: [FromQuery]", "query", field, Syntax.WithSource(field, "FromQuery"));
        }
    }

    private static bool IsBody(ParameterSyntax parameter, FixTarget target) =>
        Syntax.Attributes(parameter.AttributeLists, "FromBody").Any()
        || (parameter.AttributeLists.Count == 0 && parameter.Type is { } type && target.Model.GetTypeInfo(type, target.Cancellation).Type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } symbol
            && symbol.Locations.Any(static location => location.IsInSource) && !Generators.Parsing.Handlers.ServiceAttributes.IsService(symbol));
}
