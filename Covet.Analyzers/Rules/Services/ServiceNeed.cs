namespace Covet.Analyzers.Rules.Services;

/// <summary>A constructor or endpoint parameter that the container fills.</summary>
/// <param name="Owner">Who needs it, for people.</param>
/// <param name="Parameter">The parameter.</param>
/// <param name="Service">The service.</param>
internal sealed record ServiceNeed(string Owner, IParameterSymbol Parameter, INamedTypeSymbol Service)
{
    /// <summary>Whether it is asked for by a key.</summary>
    public bool IsKeyed { get; init; }

    /// <summary>What a parameter that must be filled needs; null where it may stay empty, or what fills it is no single service.</summary>
    public static ServiceNeed? Of(string owner, IParameterSymbol parameter)
    {
        if (parameter.HasExplicitDefaultValue || parameter.Type.NullableAnnotation == NullableAnnotation.Annotated || parameter.Type is not INamedTypeSymbol { TypeKind: TypeKind.Interface or TypeKind.Class } service)
        {
            return null;
        }

        var attributes = parameter.GetAttributes();
        var isKeyed = attributes.Any(static attribute => attribute.AttributeClass is { Name: "FromKeyedServicesAttribute" });
        return isKeyed || attributes.All(static attribute => attribute.AttributeClass is { Name: "FromServicesAttribute" } || attribute.AttributeClass?.ContainingNamespace.Name == "CompilerServices")
            ? new ServiceNeed(owner, parameter, service) { IsKeyed = isKeyed }
            : null;
    }
}
