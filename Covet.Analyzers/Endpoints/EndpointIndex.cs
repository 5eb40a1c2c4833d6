using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Covet.Generators.Model;
using Covet.Generators.Parsing;
using Covet.Generators.Parsing.Handlers;
using Covet.Generators.Routing;

namespace Covet.Analyzers.Endpoints;

/// <summary>The endpoints of a declaration; found once a compilation, whichever analyzer asks first.</summary>
internal static class EndpointIndex
{
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<SyntaxNode, ImmutableArray<Endpoint>>> Known = new();

    /// <summary>The endpoints that a declaration makes: all of a handler class, or one static method.</summary>
    public static ImmutableArray<Endpoint> Of(SyntaxNode node, Compilation compilation, CancellationToken cancellation)
    {
        if (!DeclarationParser.IsCandidate(node))
        {
            return [];
        }

        var nodes = Known.GetValue(compilation, static _ => new ConcurrentDictionary<SyntaxNode, ImmutableArray<Endpoint>>());
        return nodes.TryGetValue(node, out var endpoints) ? endpoints : nodes.GetOrAdd(node, Find(node, compilation, cancellation));
    }

    private static ImmutableArray<Endpoint> Find(SyntaxNode node, Compilation compilation, CancellationToken cancellation)
    {
        if (DeclarationParser.Parse(node, compilation, cancellation) is not { Handler: { } result })
        {
            return [];
        }

#pragma warning disable RS1030 // Found once for all analyzers; the model of the node's own tree is the one that they have.
        var symbol = compilation.GetSemanticModel(node.SyntaxTree).GetDeclaredSymbol(node, cancellation);
#pragma warning restore RS1030
        return symbol switch
        {
            IMethodSymbol method => [Create(method.ContainingType, null, "", method, result, cancellation)],
            INamedTypeSymbol type => OfClass(type, result, cancellation),
            _ => [],
        };
    }

    private static ImmutableArray<Endpoint> OfClass(INamedTypeSymbol type, HandlerParseResult result, CancellationToken cancellation)
    {
        var attribute = type.GetAttributes().FirstOrDefault(static candidate => candidate.AttributeClass.Is("Covet", "HandlerAttribute"));
        var prefix = attribute is { ConstructorArguments.Length: 1 } ? attribute.ConstructorArguments[0].Value as string ?? "" : "";
        return [.. HandlerMethods.Of(type).Select(method => Create(type, attribute, prefix, method, result, cancellation))];
    }

    private static Endpoint Create(INamedTypeSymbol handler, AttributeData? attribute, string prefix, IMethodSymbol method, HandlerParseResult result, CancellationToken cancellation)
    {
        var locations = new List<RouteLocationSpec>();
        var specs = RouteParser.Parse(handler, method, prefix, "", new DiagnosticSink(), locations, cancellation);
        var attributes = HandlerMethods.Verbs(method).Select(verb => verb.ApplicationSyntaxReference?.GetSyntax(cancellation) as AttributeSyntax).ToList();
        var routes = specs.Zip(locations, (spec, location) => (Spec: spec, Attribute: attributes.FirstOrDefault(syntax => syntax is not null && syntax.SpanStart == location.Location?.Start)))
            .Select(static pair => (pair.Spec, RoutePatternParser.Parse(pair.Spec.Template).Pattern, pair.Attribute))
            .Where(static route => route.Pattern is not null)
            .Select(static route => new EndpointRoute(route.Spec, route.Pattern!, route.Attribute));
        return new Endpoint(handler, attribute, prefix, method, [.. routes])
        {
            Spec = result.Handler?.Endpoints.FirstOrDefault(spec => IsOf(spec, method)),
            Declaration = method.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation)).OfType<MethodDeclarationSyntax>().FirstOrDefault(),
        };
    }

    private static bool IsOf(EndpointSpec spec, IMethodSymbol method) =>
        spec.MethodName == method.Name
        && spec.Parameters.Count == method.Parameters.Length
        && spec.Parameters.Zip(method.Parameters, static (a, b) => a.Name == b.Name && a.Type.Name == b.Type.UnwrapFor(a).ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)).All(static same => same);

    // Special types and objects that bind member by member are in the spec without their Nullable<T>.
    private static ITypeSymbol UnwrapFor(this ITypeSymbol type, ParameterSpec spec)
    {
        if (spec.Source is BindingSource.Special or BindingSource.Form or BindingSource.AsParameters or BindingSource.FormObject)
        {
            type = type.UnwrapNullable();
        }

        return type.IsValueType ? type : type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
    }
}
