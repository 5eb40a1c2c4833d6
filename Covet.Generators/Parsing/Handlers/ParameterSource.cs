using Covet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Handlers;

/// <summary>A parameter, property or constructor parameter that a value is bound to, before its source is known.</summary>
internal sealed class ParameterSource(ISymbol symbol, ITypeSymbol type, string? defaultExpression)
{
    public ISymbol Symbol => symbol;

    public string Name => symbol.Name;

    public ITypeSymbol Type => type;

    public string? DefaultExpression => defaultExpression;

    /// <summary>The type that has the member; null for a parameter of an endpoint.</summary>
    public INamedTypeSymbol? Owner => symbol is IPropertySymbol || symbol.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } ? symbol.ContainingType : null;

    public LocationSpec? Place => symbol.Place();

    /// <summary>Attributes, those of the record's property included.</summary>
    public List<AttributeData> Attributes { get; } = [.. symbol.GetAttributes()];

    /// <summary>Whether a value may be missing: it has a default or can be null.</summary>
    public bool Optional => defaultExpression is not null || type.AllowsNull();

    public AttributeData? Find(string ns, string name) => Attributes.FirstOrDefault(attribute => attribute.AttributeClass.Is(ns, name));

    /// <summary>An attribute that implements one of ASP.NET Core's source interfaces, Covet's and MVC's alike.</summary>
    public AttributeData? FindSource(string contract) => Attributes.FirstOrDefault(attribute =>
        attribute.AttributeClass is { } type && type.AllInterfaces.Any(i => i.Is("Microsoft.AspNetCore.Http.Metadata", contract)));

    /// <summary>
    /// The name on the wire where none is given: a parameter's own, and a member's in camel case, as in the JSON beside it.
    /// Readers of routes, queries, forms and headers do not look at the case, so this is what documents and errors say.
    /// </summary>
    public string OwnWireName => Owner is null ? Name : Json.JsonNaming.Camel(Name);

    /// <summary>The <c>Name</c> of a source attribute, or what it is without one.</summary>
    public string WireName(AttributeData? attribute, string? otherwise = null)
    {
        foreach (var argument in attribute?.NamedArguments ?? [])
        {
            if (argument.Key == "Name" && argument.Value.Value is string { Length: > 0 } name)
            {
                return name;
            }
        }

        return otherwise ?? OwnWireName;
    }
}
