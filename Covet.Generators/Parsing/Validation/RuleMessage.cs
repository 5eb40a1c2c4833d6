using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Validation;

/// <summary>Chooses the format of a rule's message: the user's, that of a resource, or DataAnnotations' default.</summary>
internal static class RuleMessage
{
    /// <summary>Whether the user gave a message.</summary>
    public static bool IsCustom(RuleSource source) =>
        source.Named("ErrorMessage") is not null || source.Named("ErrorMessageResourceName") is not null;

    /// <param name="source">The rule.</param>
    /// <param name="parser">Takes what is wrong.</param>
    /// <param name="defaultFormat">DataAnnotations' format.</param>
    /// <param name="arguments">How many arguments the format gets, the name included.</param>
    public static RuleText? Parse(RuleSource source, RuleParser parser, string defaultFormat, int arguments)
    {
        var message = source.Named("ErrorMessage") as string;
        var resourceName = source.Named("ErrorMessageResourceName") as string;
        var resourceType = source.Named("ErrorMessageResourceType") as INamedTypeSymbol;
        if (resourceName is null && resourceType is null)
        {
            if (message is not null && FormatError(message, arguments) is { } error)
            {
                parser.Refuse(source.Attribute, error);
                return null;
            }

            return ResourceText.Literal(message ?? defaultFormat);
        }

        if (message is not null || resourceName is null || resourceType is null)
        {
            parser.Refuse(source.Attribute, message is not null
                ? "it has both ErrorMessage and a resource; keep one"
                : "ErrorMessageResourceType and ErrorMessageResourceName are needed together");
            return null;
        }

        var text = ResourceText.Find(resourceType, resourceName, parser, out var reason);
        if (text is null)
        {
            parser.Refuse(source.Attribute, reason!);
        }

        return text;
    }

    private static string? FormatError(string format, int arguments)
    {
        try
        {
            _ = string.Format(CultureInfo.InvariantCulture, format, new object[arguments]);
            return null;
        }
        catch (FormatException)
        {
            return "its ErrorMessage is not a format of " + arguments.ToString(CultureInfo.InvariantCulture) + " arguments; write braces twice to show them";
        }
    }
}
