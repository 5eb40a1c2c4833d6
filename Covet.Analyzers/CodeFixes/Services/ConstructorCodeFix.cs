using Covet.Generators.Rules;

namespace Covet.Analyzers.CodeFixes.Services;

/// <summary>Marks one of several constructors, or makes the only one public; where the class stands in the same file.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ConstructorCodeFix)), Shared]
internal sealed class ConstructorCodeFix() : CovetCodeFix(RuleIds.ServiceConstructor, RuleIds.FilterConstructor)
{
    protected override void Offer(FixTarget target)
    {
        var constructors = Class(target)?.Members.OfType<ConstructorDeclarationSyntax>().Where(static constructor => !constructor.Modifiers.Any(SyntaxKind.StaticKeyword)).ToList() ?? [];
        if (constructors.Count == 1 && !constructors[0].Modifiers.Any(SyntaxKind.PublicKeyword))
        {
            target.Replace("Make the constructor public", "public", constructors[0], Syntax.WithAccessibility(constructors[0], SyntaxKind.PublicKeyword));
        }

        for (var i = 0; constructors.Count > 1 && i < constructors.Count; i++)
        {
            if (constructors[i].Modifiers.Any(static modifier => modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword))
            {
                var types = string.Join(", ", constructors[i].ParameterList.Parameters.Select(static parameter => parameter.Type?.ToString()));
                target.Replace("Use the constructor (" + types + ")", "choose" + i.ToString(System.Globalization.CultureInfo.InvariantCulture), constructors[i], Syntax.WithAttribute(constructors[i], "Microsoft.Extensions.DependencyInjection.ActivatorUtilitiesConstructor"));
            }
        }
    }

    private static TypeDeclarationSyntax? Class(FixTarget target)
    {
        if (target.Node is TypeDeclarationSyntax type)
        {
            return type;
        }

        return target.Ancestor<AttributeSyntax>()?.Name is GenericNameSyntax { TypeArgumentList.Arguments: { Count: 1 } arguments }
            && target.Model.GetSymbolInfo(arguments[0], target.Cancellation).Symbol?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(target.Cancellation) is TypeDeclarationSyntax filter
            && filter.SyntaxTree == target.Root.SyntaxTree ? filter : null;
    }
}
