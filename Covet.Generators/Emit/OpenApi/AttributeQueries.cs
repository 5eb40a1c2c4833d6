using Covet.Generators.Model;

namespace Covet.Generators.Emit.OpenApi;

/// <summary>Short questions to attributes.</summary>
internal static class AttributeQueries
{
    public const string Annotations = "System.ComponentModel.DataAnnotations.";

    public static AttributeSpec? Find(this EquatableArray<AttributeSpec> attributes, string typeName)
    {
        // Outermost first: the nearest one counts.
        AttributeSpec? found = null;
        foreach (var attribute in attributes)
        {
            if (attribute.TypeName == typeName)
            {
                found = attribute;
            }
        }

        return found;
    }

    public static bool Has(this EquatableArray<AttributeSpec> attributes, string typeName) => attributes.Find(typeName) is not null;

    /// <summary>The text of an argument by the name of its parameter or property.</summary>
    public static string? Text(this AttributeSpec attribute, string name) => attribute.Argument(name)?.Text;

    public static AttributeArgumentSpec? Argument(this AttributeSpec attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments.Concat(attribute.Arguments))
        {
            if (argument.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return argument;
            }
        }

        return null;
    }

    /// <summary>The text of a constructor argument by its position.</summary>
    public static string? Text(this AttributeSpec attribute, int index) =>
        index < attribute.Arguments.Count ? attribute.Arguments[index].Text : null;
}
