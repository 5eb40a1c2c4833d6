using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Covet.Internal;

/// <summary>The verdicts of DataAnnotations' rules on values of known types; none of them says anything about null.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ValidationRules
{
    // Rules of the framework that neither reflect nor allocate are asked as they are, and stay what they are in each version.
    private static readonly EmailAddressAttribute EmailAddress = new();
    private static readonly UrlAttribute UrlAddress = new();
    private static readonly CreditCardAttribute CreditCardNumber = new();
    private static readonly Base64StringAttribute Base64 = new();

    /// <summary><c>[Required]</c> on a value of which only the run time knows the type.</summary>
    public static bool IsMissing([NotNullWhen(false)] object? value, bool allowEmpty) =>
        value is null || (!allowEmpty && value is string text && string.IsNullOrWhiteSpace(text));

    /// <summary><c>[EmailAddress]</c>.</summary>
    public static bool IsEmail(string? value) => EmailAddress.IsValid(value);

    /// <summary><c>[Url]</c>.</summary>
    public static bool IsUrl(object? value) => UrlAddress.IsValid(value);

    /// <summary><c>[CreditCard]</c>.</summary>
    public static bool IsCreditCard(string? value) => CreditCardNumber.IsValid(value);

    /// <summary><c>[Base64String]</c>.</summary>
    public static bool IsBase64(string? value) => Base64.IsValid(value);

    /// <summary>Whether a pattern's <c>\w</c> takes the character: letters, marks that do not space, decimal digits, connectors.</summary>
    public static bool IsWord(char value) => char.IsAscii(value)
        ? char.IsAsciiLetterOrDigit(value) || value == '_'
        : char.GetUnicodeCategory(value)
            is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
            or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation;

    /// <summary><c>[Phone]</c>: digits, at least one, white space, <c>-.()</c>, plus signs and an extension at the end.</summary>
    public static bool IsPhone(string? value) => value is null || PhoneNumber.IsValid(value);

    /// <summary>The count of a collection for <c>[MinLength]</c> and its kin.</summary>
    public static int Count<T>(IEnumerable<T> items) => items.TryGetNonEnumeratedCount(out var count)
        ? count
        : items is IReadOnlyCollection<T> collection ? collection.Count : items.Count();

    /// <summary>The count of an untyped collection for <c>[MinLength]</c> and its kin.</summary>
    public static int Count(IEnumerable items) => items is ICollection collection ? collection.Count : items.Cast<object?>().Count();

    /// <summary>A value for a range of whole numbers, rounded as <c>Convert.ToInt32</c> rounds.</summary>
    public static double Whole(double value) => Math.Round(value, MidpointRounding.ToEven);

    /// <summary>A value for a range of whole numbers, rounded as <c>Convert.ToInt32</c> rounds.</summary>
    public static decimal Whole(decimal value) => Math.Round(value, MidpointRounding.ToEven);

    /// <summary>The text of a value for <c>[RegularExpression]</c>.</summary>
    public static string? Text(object? value) => Convert.ToString(value, CultureInfo.CurrentCulture);

    /// <summary>Whether a value of a flags enum is made of named values.</summary>
    /// <param name="value">The value's bits.</param>
    /// <param name="named">The bits of the named values, highest first.</param>
    public static bool IsFlags(ulong value, ReadOnlySpan<ulong> named)
    {
        if (value == 0)
        {
            return named.Length > 0 && named[^1] == 0;
        }

        // As Enum.ToString takes names away, the highest first, until nothing is left.
        foreach (var bits in named)
        {
            if (bits != 0 && (value & bits) == bits)
            {
                value -= bits;
            }
        }

        return value == 0;
    }
}
