using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Validation;

/// <summary>The name of a member in messages: <c>[Display(Name)]</c>, or its C# name.</summary>
internal static class DisplayNameParser
{
    public static RuleText Parse(string name, IEnumerable<AttributeData> attributes, RuleParser parser)
    {
        var display = attributes.FirstOrDefault(attribute => attribute.AttributeClass.Is("System.ComponentModel.DataAnnotations", "DisplayAttribute"));
        if (display is null)
        {
            return ResourceText.Literal(name);
        }

        string? shown = null;
        INamedTypeSymbol? resource = null;
        foreach (var argument in display.NamedArguments)
        {
            shown = argument.Key == "Name" ? argument.Value.Value as string : shown;
            resource = argument.Key == "ResourceType" ? argument.Value.Value as INamedTypeSymbol : resource;
        }

        if (shown is null || resource is null)
        {
            return ResourceText.Literal(shown ?? name);
        }

        if (ResourceText.Find(resource, shown, parser, out var reason) is { } text)
        {
            return text;
        }

        parser.Refuse(display, reason!);
        return ResourceText.Literal(name);
    }
}
