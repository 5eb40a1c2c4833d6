using Covet.Generators.Parsing.Json;
using Covet.Generators.Parsing.Types;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Validation;

/// <summary>The names that members have in JSON, for the paths of errors.</summary>
internal static class WireNames
{
    public static string Of(ISymbol member, IEnumerable<AttributeData> attributes, Compilation compilation)
    {
        foreach (var attribute in attributes)
        {
            if (attribute.AttributeClass.Is("System.Text.Json.Serialization", "JsonPropertyNameAttribute") && attribute.ConstructorArguments.Length == 1)
            {
                return attribute.ConstructorArguments[0].Value as string ?? member.Name;
            }
        }

        return JsonNaming.Convert(member.Name, TypeGraph.Get(compilation).Options.NamingPolicy);
    }
}
