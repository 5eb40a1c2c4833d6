using Covet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Docs;

/// <summary>Which OpenAPI documents an endpoint is in: by <c>[ApiDocument]</c> or ASP.NET Core's group name, of the method or else of its class.</summary>
internal static class DocumentMembershipParser
{
    public static EquatableArray<string> Parse(INamedTypeSymbol handler, IMethodSymbol method) =>
        Names(method) is { Count: > 0 } own ? own : Names(handler);

    private static EquatableArray<string> Names(ISymbol symbol) => symbol
        .GetAttributes()
        .Where(a => a.AttributeClass.Is("Covet", "ApiDocumentAttribute") || a.AttributeClass.Is("Microsoft.AspNetCore.Routing", "EndpointGroupNameAttribute"))
        .Select(a => a.ConstructorArguments.Length == 1 ? a.ConstructorArguments[0].Value as string : null)
        .Where(name => !string.IsNullOrEmpty(name))
        .Select(name => name!)
        .Distinct()
        .ToEquatableArray();
}
