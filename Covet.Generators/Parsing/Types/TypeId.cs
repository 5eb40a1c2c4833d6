using System.Text;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Types;

/// <summary>
/// The Id of a type: readable, usable inside an identifier, and different for different types. Namespaces and names join by
/// <c>_</c>; an underscore of a name itself is <c>_9</c>; all else is a word that begins with <c>_0</c> and stands before what
/// it is about, with the number of what follows where that varies, so that an Id can be read back in one way only. No
/// identifier begins with a digit, so neither can be mistaken for a name: <c>List&lt;App.Todo&gt;</c> is
/// <c>System_Collections_Generic_List_0of_App_Todo</c>.
/// </summary>
internal static class TypeId
{
    // A file name holds 255 bytes on most systems; the rest is for the head and tail of the hint name.
    private const int MaxLength = 180;

    private const int RestOfTuple = 7;

    public static string Of(ITypeSymbol type)
    {
        var builder = new StringBuilder();
        Append(builder, type);
        return builder.Length <= MaxLength ? builder.ToString() : Shorten(builder.ToString());
    }

    private static void Append(StringBuilder builder, ITypeSymbol type)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                builder.Append("_0array").Append(array.Rank > 1 ? array.Rank.ToString(System.Globalization.CultureInfo.InvariantCulture) : "").Append('_');
                AppendAnnotated(builder, array.ElementType);
                break;
            case INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable:
                builder.Append("_0nullable_");
                Append(builder, nullable.TypeArguments[0]);
                break;
            case INamedTypeSymbol named:
                AppendNamed(builder, named);
                break;
            case IPointerTypeSymbol pointer:
                builder.Append("_0pointer_");
                Append(builder, pointer.PointedAtType);
                break;
            default:
                builder.Append("_0").Append(type.TypeKind).Append('_');
                AppendName(builder, type.Name);
                break;
        }
    }

    private static void AppendNamed(StringBuilder builder, INamedTypeSymbol type)
    {
        if (type.ContainingType is { } outer)
        {
            AppendNamed(builder, outer);
            builder.Append(outer.TypeArguments.IsEmpty ? "_0in_" : "_0end_0in_");
        }
        else
        {
            AppendNamespace(builder, type.ContainingNamespace);
        }

        AppendName(builder, type.IsTupleType ? "ValueTuple" : type.Name);
        if (type.TypeArguments.IsEmpty)
        {
            return;
        }

        builder.Append("_0of").Append(type.TypeArguments.Length > 1 ? type.TypeArguments.Length.ToString(System.Globalization.CultureInfo.InvariantCulture) : "");
        for (var i = 0; i < type.TypeArguments.Length; i++)
        {
            builder.Append('_');
            AppendElementNames(builder, type, i);
            AppendAnnotated(builder, type.TypeArguments[i]);
        }
    }

    // The eighth type argument of a long tuple is a tuple of the rest, whose elements' names only the whole knows.
    private static void AppendElementNames(StringBuilder builder, INamedTypeSymbol type, int index)
    {
        if (!type.IsTupleType)
        {
            return;
        }

        var end = index == RestOfTuple ? type.TupleElements.Length : index + 1;
        for (var i = index; i < end; i++)
        {
            if (type.TupleElements[i].IsExplicitlyNamedTupleElement)
            {
                builder.Append("_0named").Append(i > RestOfTuple ? i.ToString(System.Globalization.CultureInfo.InvariantCulture) : "").Append('_');
                AppendName(builder, type.TupleElements[i].Name);
                builder.Append('_');
            }
        }
    }

    // What null means in a collection of references depends on the annotation, so it is part of the Id.
    private static void AppendAnnotated(StringBuilder builder, ITypeSymbol type)
    {
        if (!type.IsValueType)
        {
            builder.Append(type.NullableAnnotation switch
            {
                NullableAnnotation.Annotated => "_0orNull_",
                NullableAnnotation.None => "_0oblivious_",
                _ => "",
            });
        }

        Append(builder, type);
    }

    private static void AppendNamespace(StringBuilder builder, INamespaceSymbol? symbol)
    {
        if (symbol is null or { IsGlobalNamespace: true })
        {
            return;
        }

        AppendNamespace(builder, symbol.ContainingNamespace);
        AppendName(builder, symbol.Name);
        builder.Append('_');
    }

    private static void AppendName(StringBuilder builder, string name)
    {
        foreach (var c in name)
        {
            // Marks that join to the letter before are allowed in identifiers and not in hint names.
            builder.Append(c == '_' ? "_9" : char.IsLetterOrDigit(c) ? c.ToString() : "_8" + ((int)c).ToString("X4", System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private static string Shorten(string id)
    {
        // Two FNV-1a hashes of 64 bits, as the text that is cut off must still tell types apart.
        ulong first = 14695981039346656037, second = 1099511628211;
        foreach (var c in id)
        {
            first = unchecked((first ^ c) * 1099511628211);
            second = unchecked((second * 1099511628211) ^ c);
        }

        return id.Substring(0, MaxLength - 40) + "_0hash_" + first.ToString("X16", System.Globalization.CultureInfo.InvariantCulture) + second.ToString("X16", System.Globalization.CultureInfo.InvariantCulture);
    }
}
