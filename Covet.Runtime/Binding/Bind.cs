using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Primitives;

namespace Covet.Internal;

/// <summary>Turns the text of a request into typed arguments, and what is wrong with it into errors.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Bind
{
    private const string Once = ", once; it is there several times";

    /// <summary>A value that must be there.</summary>
    public static T Required<T, TParser>(TextValue text, string name, string place, ref RequestErrors? errors)
        where TParser : struct, ITextParser<T>
    {
        if (!text.Found)
        {
            Missing(name, place, ref errors);
            return default!;
        }

        if (!TParser.TryParse(text.Text, out var value))
        {
            Malformed(name, place, text.Repeated ? TParser.Expected + Once : TParser.Expected, ref errors);
        }

        return value!;
    }

    /// <summary>A value with a default; empty text counts as none.</summary>
    public static T Optional<T, TParser>(TextValue text, string name, string place, T defaultValue, ref RequestErrors? errors)
        where TParser : struct, ITextParser<T>
    {
        if (text.Text.IsEmpty)
        {
            return defaultValue;
        }

        if (!TParser.TryParse(text.Text, out var value))
        {
            Malformed(name, place, text.Repeated ? TParser.Expected + Once : TParser.Expected, ref errors);
        }

        return value!;
    }

    /// <summary>A value type that may be null; empty text counts as none.</summary>
    public static T? Nullable<T, TParser>(TextValue text, string name, string place, ref RequestErrors? errors)
        where T : struct
        where TParser : struct, ITextParser<T>
    {
        if (text.Text.IsEmpty)
        {
            return null;
        }

        if (!TParser.TryParse(text.Text, out var value))
        {
            Malformed(name, place, text.Repeated ? TParser.Expected + Once : TParser.Expected, ref errors);
        }

        return value!;
    }

    /// <summary>A string that must be there; it may be empty.</summary>
    public static string RequiredString(TextValue text, string name, string place, ref RequestErrors? errors)
    {
        if (!text.Found)
        {
            Missing(name, place, ref errors);
            return "";
        }

        return text.Text.ToString();
    }

    /// <summary>A string that may be absent.</summary>
    [return: NotNullIfNotNull(nameof(defaultValue))]
    public static string? OptionalString(TextValue text, string? defaultValue) => text.Found ? text.Text.ToString() : defaultValue;

    /// <summary>All values of a repeated key; none is an empty array.</summary>
    public static T[] Array<T, TParser>(StringValues values, string name, string place, ref RequestErrors? errors)
        where TParser : struct, ITextParser<T>
    {
        if (values.Count == 0)
        {
            return [];
        }

        var result = new T[values.Count];
        for (var i = 0; i < result.Length; i++)
        {
            if (!TParser.TryParse(values[i], out result[i]!))
            {
                Malformed(ItemKey(name, i), place, TParser.Expected, ref errors);
            }
        }

        return result;
    }

    /// <summary>All values of a repeated key, where empty ones are null.</summary>
    public static T?[] NullableArray<T, TParser>(StringValues values, string name, string place, ref RequestErrors? errors)
        where T : struct
        where TParser : struct, ITextParser<T>
    {
        if (values.Count == 0)
        {
            return [];
        }

        var result = new T?[values.Count];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = Nullable<T, TParser>(TextValue.Of(values[i]), ItemKey(name, i), place, ref errors);
        }

        return result;
    }

    /// <summary>Records that a value is missing.</summary>
    public static void Missing(string name, string place, [NotNull] ref RequestErrors? errors) =>
        RequestErrors.Add(ref errors, name, RequestErrorCodes.Required, $"The {place} '{name}' is required.");

    /// <summary>Records that a value is malformed.</summary>
    public static void Malformed(string name, string place, string expected, [NotNull] ref RequestErrors? errors) =>
        RequestErrors.Add(ref errors, name, RequestErrorCodes.Malformed, $"The {place} '{name}' must be {expected}.");

    private static string ItemKey(string name, int index) => $"{name}[{index}]";
}
