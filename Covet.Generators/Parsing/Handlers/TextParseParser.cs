using Covet.Generators.Model;
using Covet.Generators.Parsing.Types;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Handlers;

/// <summary>Finds out how a type is made from text; the order is that of ASP.NET Core.</summary>
internal static class TextParseParser
{
    /// <summary>The way from text to the type (without <c>Nullable&lt;T&gt;</c>), or null where there is none.</summary>
    public static TextParseSpec? Parse(ITypeSymbol type)
    {
        var underlying = type.UnwrapNullable();
        var reference = TypeRefFactory.Create(underlying);
        if (reference.Special == KnownType.String)
        {
            return new TextParseSpec(TextParseKind.String, reference);
        }

        if (IsKnownText(reference.Special))
        {
            return new TextParseSpec(TextParseKind.Known, reference);
        }

        if (underlying is not INamedTypeSymbol named || underlying.SpecialType == SpecialType.System_Object)
        {
            return null;
        }

        if (named.TypeKind == TypeKind.Enum)
        {
            return EnumSpec(named, reference);
        }

        if (ImplementsSelf(named, "ISpanParsable"))
        {
            return new TextParseSpec(TextParseKind.SpanParsable, reference);
        }

        if (ImplementsSelf(named, "IParsable"))
        {
            return new TextParseSpec(TextParseKind.Parsable, reference);
        }

        return TryParseMethod(named) switch
        {
            3 => new TextParseSpec(TextParseKind.TryParseWithProvider, reference),
            2 => new TextParseSpec(TextParseKind.TryParse, reference),
            _ => null,
        };
    }

    /// <summary>Whether a type that text cannot be parsed to has a TryParse all the same, with another signature.</summary>
    public static bool HasOtherTryParse(ITypeSymbol type) =>
        type.UnwrapNullable() is INamedTypeSymbol named && named.Locations.Any(static location => location.IsInSource) && named.GetMembers("TryParse").Length > 0 && Parse(type) is null;

    /// <summary>Whether a type has a TryParse in whose signature something is not known.</summary>
    public static bool HasBrokenTryParse(ITypeSymbol type) =>
        type.UnwrapNullable().GetMembers("TryParse").OfType<IMethodSymbol>().Any(static method => method.ReturnType.IsBroken() || method.Parameters.Any(static parameter => parameter.Type.IsBroken()));

    private static bool IsKnownText(KnownType type) =>
        type is (>= KnownType.Char and <= KnownType.Version) or KnownType.BigInteger;

    private static TextParseSpec EnumSpec(INamedTypeSymbol type, TypeRef reference)
    {
        var members = type.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue).Select(field => new JsonEnumMemberSpec(
            field.Name,
            field.Name,
            System.Convert.ToString(field.ConstantValue, System.Globalization.CultureInfo.InvariantCulture)!));
        var isFlags = type.GetAttributes().Any(attribute => attribute.AttributeClass.Is("System", "FlagsAttribute"));
        return new TextParseSpec(isFlags ? TextParseKind.Flags : TextParseKind.Enum, reference) { EnumMembers = members.ToEquatableArray() };
    }

    private static bool ImplementsSelf(INamedTypeSymbol type, string name) => type.AllInterfaces.Any(contract =>
        contract.Is("System", name) && contract.TypeArguments.Length == 1 && SymbolEqualityComparer.Default.Equals(contract.TypeArguments[0], type));

    private static int TryParseMethod(INamedTypeSymbol type)
    {
        var best = 0;
        foreach (var method in type.SelfAndBases().SelectMany(t => t.GetMembers("TryParse")).OfType<IMethodSymbol>())
        {
            var parameters = method.Parameters;
            if (!method.IsStatic || method.DeclaredAccessibility != Accessibility.Public || method.IsGenericMethod
                || method.ReturnType.SpecialType != SpecialType.System_Boolean || parameters.Length is not (2 or 3)
                || parameters[0].Type.SpecialType != SpecialType.System_String)
            {
                continue;
            }

            var last = parameters[parameters.Length - 1];
            if (last.RefKind != RefKind.Out || !SymbolEqualityComparer.Default.Equals(last.Type, type))
            {
                continue;
            }

            if (parameters.Length == 2 || parameters[1].Type.Is("System", "IFormatProvider"))
            {
                best = Math.Max(best, parameters.Length);
            }
        }

        return best;
    }
}
