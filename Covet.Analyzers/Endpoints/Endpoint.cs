using Covet.Generators.Model;

namespace Covet.Analyzers.Endpoints;

/// <summary>A method that answers requests, as the generator's parser sees it.</summary>
/// <param name="Handler">The class.</param>
/// <param name="HandlerAttribute">Its <c>[Handler]</c>; null for a static method outside a handler.</param>
/// <param name="Prefix">The template of the class.</param>
/// <param name="Method">The method.</param>
/// <param name="Routes">Its routes, those that are well formed.</param>
internal sealed record Endpoint(
    INamedTypeSymbol Handler,
    AttributeData? HandlerAttribute,
    string Prefix,
    IMethodSymbol Method,
    ImmutableArray<EndpointRoute> Routes)
{
    /// <summary>What the generator makes of it; null where it can make nothing, which is a finding of its own.</summary>
    public EndpointSpec? Spec { get; init; }

    /// <summary>The method's declaration.</summary>
    public MethodDeclarationSyntax? Declaration { get; init; }

    /// <summary>For people: <c>TodoHandler.Find</c>.</summary>
    public string Name => Handler.Name + "." + Method.Name;

    /// <summary>The parameters with what the generator binds them from; empty where it could not.</summary>
    public IEnumerable<(IParameterSymbol Symbol, ParameterSpec Spec)> Parameters => Spec is null
        ? []
        : Method.Parameters.Zip(Spec.Parameters, static (symbol, spec) => (symbol, spec)).Where(static pair => pair.symbol.Name == pair.spec.Name);

    /// <summary>The attributes of the method, its class and its assembly.</summary>
    public IEnumerable<AttributeData> Attributes()
    {
        for (var method = Method; method is not null; method = method.OverriddenMethod)
        {
            foreach (var attribute in method.GetAttributes())
            {
                yield return attribute;
            }
        }

        for (var type = Handler; type is not null; type = type.BaseType)
        {
            foreach (var attribute in type.GetAttributes())
            {
                yield return attribute;
            }
        }

        foreach (var attribute in Handler.ContainingAssembly.GetAttributes())
        {
            yield return attribute;
        }
    }
}
