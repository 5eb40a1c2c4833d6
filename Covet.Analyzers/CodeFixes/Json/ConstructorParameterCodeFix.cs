using Covet.Generators.Rules;

namespace Covet.Analyzers.CodeFixes.Json;

/// <summary>Names a constructor's parameter like the one property that it can be.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ConstructorParameterCodeFix)), Shared]
internal sealed class ConstructorParameterCodeFix() : CovetCodeFix(RuleIds.JsonConstructorParameter)
{
    protected override void Offer(FixTarget target)
    {
        if (target.Ancestor<ConstructorDeclarationSyntax>() is not { } declaration || target.Model.GetDeclaredSymbol(declaration, target.Cancellation) is not { } constructor)
        {
            return;
        }

        var properties = constructor.ContainingType.GetMembers().OfType<IPropertySymbol>().Where(static property => property is { IsStatic: false, DeclaredAccessibility: Accessibility.Public }).ToList();
        var lost = constructor.Parameters.Where(parameter => !properties.Any(property => IsNamed(property, parameter.Name))).ToList();
        var free = properties.Where(property => lost.Count == 1 && SymbolEqualityComparer.Default.Equals(property.Type, lost[0].Type) && !constructor.Parameters.Any(parameter => IsNamed(property, parameter.Name))).ToList();
        if (free.Count != 1)
        {
            return;
        }

        var name = char.ToLowerInvariant(free[0].Name[0]) + free[0].Name.Substring(1);
        var tokens = declaration.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(use => use.Identifier.ValueText == lost[0].Name && SymbolEqualityComparer.Default.Equals(target.Model.GetSymbolInfo(use, target.Cancellation).Symbol, lost[0]))
            .Select(static use => use.Identifier)
            .Append(declaration.ParameterList.Parameters[lost[0].Ordinal].Identifier);
        target.Replace("Rename '" + lost[0].Name + "' to '" + name + "'", "rename", declaration, declaration.ReplaceTokens(tokens, (token, _) => SyntaxFactory.Identifier(name).WithTriviaFrom(token)));
    }

    private static bool IsNamed(IPropertySymbol property, string parameter) => string.Equals(property.Name, parameter, StringComparison.OrdinalIgnoreCase);
}
