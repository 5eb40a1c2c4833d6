using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Covet.Generators.Parsing.Validation;

/// <summary>Finds the static property of a resource class, which generated code reads without reflection.</summary>
internal static class ResourceText
{
    /// <summary>The property as an expression; null with a reason where there is none that generated code can read.</summary>
    public static RuleText? Find(INamedTypeSymbol type, string name, RuleParser parser, out string? reason)
    {
        reason = null;
        var property = type.SelfAndBases().SelectMany(current => current.GetMembers(name)).OfType<IPropertySymbol>().FirstOrDefault();
        if (property is not { IsStatic: true, GetMethod: not null } || property.Type.SpecialType != SpecialType.System_String)
        {
            reason = "the resource type '" + type.Name + "' has no static text property '" + name + "'";
            return null;
        }

        if (!parser.CanReach(type) || !parser.CanReach(property.GetMethod))
        {
            reason = "generated code cannot read '" + type.Name + "." + name + "'; make it public or internal";
            return null;
        }

        return new RuleText(type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) + "." + CSharpName.Escape(name) + "!", true);
    }

    public static RuleText Literal(string text) => new(SymbolDisplay.FormatLiteral(text, quote: true), false);
}
