using Covet.Generators.Model;
using Covet.Generators.Parsing.Types;
using Covet.Generators.Rules;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Json;

/// <summary>Reads <c>[JsonModel]</c> on types and on the assembly.</summary>
internal static class JsonModelParser
{
    public static JsonModelResult Parse(ISymbol target, IEnumerable<AttributeData> attributes, Compilation compilation, CancellationToken cancellation)
    {
        var roots = new List<(ITypeSymbol, JsonUse)>();
        var problems = new List<DiagnosticSpec>();
        foreach (var attribute in attributes)
        {
            var type = target as ITypeSymbol ?? attribute.FirstValue() as ITypeSymbol;
            if (type is null || type.IsBroken() || attribute.IsBroken())
            {
                continue; // The compiler reports it, or there is nothing to say.
            }

            if (type is INamedTypeSymbol { IsUnboundGenericType: true } || type.IsOpen())
            {
                problems.Add(new DiagnosticSpec(
                    RuleIds.JsonTypeUnsupported,
                    attribute.Place(cancellation),
                    new EquatableArray<string>([JsonTypeParser.Model, type.ToDisplayString(), "it is open; name a closed type in [assembly: JsonModel(typeof(...))]"])));
                continue;
            }

            roots.Add((type.WithNullableAnnotation(NullableAnnotation.NotAnnotated), attribute.Named("WriteOnly") is true ? JsonUse.Write : JsonUse.Both));
        }

        var (types, diagnostics) = TypeGraph.Get(compilation).Collect(roots, cancellation);
        var names = roots.Select(root => TypeRefFactory.Create(root.Item1).Id).ToEquatableArray();
        return new JsonModelResult(names, diagnostics.Count > 0 ? default : types, diagnostics.Concat(problems).Told());
    }
}
