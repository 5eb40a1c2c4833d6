using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Handlers;

/// <summary>Tells of MVC's routing attributes in a handler: nothing reads them there, so that an endpoint would be missing in silence.</summary>
internal static class MvcAttributes
{
    public static void Check(INamedTypeSymbol type, DiagnosticSink sink, CancellationToken cancellation)
    {
        // Such a class is MVC's too.
        if (type.DerivesFrom("Microsoft.AspNetCore.Mvc", "ControllerBase"))
        {
            return;
        }

        Check(type, type, sink, cancellation);
        foreach (var method in type.SelfAndBases().SelectMany(static level => level.GetMembers()).OfType<IMethodSymbol>())
        {
            Check(method, type, sink, cancellation);
        }
    }

    private static void Check(ISymbol symbol, INamedTypeSymbol handler, DiagnosticSink sink, CancellationToken cancellation)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { } mvc && mvc.Implements("Microsoft.AspNetCore.Mvc.Routing", "IRouteTemplateProvider"))
            {
                var name = mvc.Name.EndsWith("Attribute", StringComparison.Ordinal) ? mvc.Name.Substring(0, mvc.Name.Length - "Attribute".Length) : mvc.Name;
                sink.Add(Rules.RuleIds.MvcRoute, attribute.Place(cancellation) ?? handler.Place(), name, symbol.Name, Instead(name, symbol is INamedTypeSymbol));
            }
        }
    }

    private static string Instead(string name, bool isOnClass) => name switch
    {
        "HttpGet" or "HttpPost" or "HttpPut" or "HttpPatch" or "HttpDelete" or "HttpHead" or "HttpOptions" => "use [" + name.Substring("Http".Length) + "]",
        "Route" when isOnClass => "give the template to [Handler]",
        "Route" => "give the template to the verb, as in [Get(\"...\")]",
        _ => "use [Verb] or one of the verbs of Covet",
    };
}
