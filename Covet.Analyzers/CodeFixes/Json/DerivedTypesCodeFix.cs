using Covet.Generators.Parsing;
using Covet.Generators.Rules;

namespace Covet.Analyzers.CodeFixes.Json;

/// <summary>Gives each derived type a discriminator of its own, and takes off what does not derive.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DerivedTypesCodeFix)), Shared]
internal sealed class DerivedTypesCodeFix() : CovetCodeFix(RuleIds.JsonPolymorphismInvalid, AnalyzerRuleIds.NoDiscriminator)
{
    protected override void Offer(FixTarget target)
    {
        if (target.Ancestor<TypeDeclarationSyntax>() is not { } type || target.Model.GetDeclaredSymbol(type, target.Cancellation) is not INamedTypeSymbol symbol)
        {
            return;
        }

        if (target.Diagnostic.Id == AnalyzerRuleIds.NoDiscriminator)
        {
            if (target.Ancestor<AttributeSyntax>() is { } bare && Named(bare) is { } name)
            {
                target.Replace("Give it the discriminator \"" + name + "\"", "discriminator", bare, bare.AddArgumentListArguments(Discriminator(name)));
            }

            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var attribute in Syntax.Attributes(type.AttributeLists, "JsonDerivedType"))
        {
            var arguments = attribute.ArgumentList!.Arguments;
            if (arguments.Count > 0 && arguments[0].Expression is TypeOfExpressionSyntax { Type: var derived } && target.Model.GetTypeInfo(derived, target.Cancellation).Type is INamedTypeSymbol derivedType
                && !derivedType.SelfAndBases().Contains(symbol, SymbolEqualityComparer.Default) && !derivedType.AllInterfaces.Contains(symbol, SymbolEqualityComparer.Default))
            {
                target.Replace("Remove '" + derived + "', which does not derive", "remove", type, Syntax.WithoutAttribute(type, attribute));
                return;
            }

            if (arguments.Count == 2 && !seen.Add(arguments[1].Expression.ToString()) && Named(attribute) is { } name && seen.Add("\"" + name + "\""))
            {
                target.Replace("Give it the discriminator \"" + name + "\"", "discriminator", arguments[1], Discriminator(name));
                return;
            }
        }
    }

    private static AttributeArgumentSyntax Discriminator(string name) => SyntaxFactory.AttributeArgument(SyntaxFactory.ParseExpression("\"" + name + "\""));

    // After the type: Circle is "circle".
    private static string? Named(AttributeSyntax attribute) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault()?.Expression is TypeOfExpressionSyntax { Type: SimpleNameSyntax { Identifier.ValueText: { Length: > 0 } name } }
            ? char.ToLowerInvariant(name[0]) + name.Substring(1)
            : null;
}
