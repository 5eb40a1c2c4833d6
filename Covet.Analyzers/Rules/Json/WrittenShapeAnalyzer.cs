using Covet.Analyzers.Endpoints;
using Covet.Generators.Parsing;

namespace Covet.Analyzers.Rules.Json;

/// <summary>Shapes that cannot be written as they are meant: a base type without its derived ones, and objects that lead round in a circle.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class WrittenShapeAnalyzer : EndpointAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [AnalyzerRules.NoDerivedTypes, AnalyzerRules.BackReference, AnalyzerRules.MemberNotRead];

    protected override void Analyze(EndpointContext context)
    {
        if (context.Endpoint.Spec is null)
        {
            return;
        }

        foreach (var type in Shapes.Reached(context.Endpoint.Method.ReturnType))
        {
            if (!Shapes.IsFirst(context.Compilation, "written", type))
            {
                continue;
            }

            CheckDerived(context, type);
            CheckCircle(context, type);
            CheckPair(context, type);
            DroppedFields.Report(context, type);
        }
    }

    private static void CheckDerived(EndpointContext context, INamedTypeSymbol type)
    {
        if (!(type.IsAbstract && type.TypeKind == TypeKind.Class) && type.TypeKind != TypeKind.Interface)
        {
            return;
        }

        if (type.IsStatic || type.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name is "JsonDerivedTypeAttribute" or "JsonPolymorphicAttribute") || type.Implements("System.Collections", "IEnumerable"))
        {
            return;
        }

        var derived = context.Compilation.Assembly.GlobalNamespace.GetNamespaceMembers().SelectMany(AllTypes).Concat(context.Compilation.Assembly.GlobalNamespace.GetTypeMembers())
            .Where(candidate => candidate is { IsAbstract: false, TypeKind: TypeKind.Class or TypeKind.Struct, IsGenericType: false } && candidate.AllInterfaces.Concat(candidate.SelfAndBases().Skip(1)).Any(other => SymbolEqualityComparer.Default.Equals(other, type)))
            .Select(static candidate => candidate.Name).Take(12).ToList();
        if (derived.Count > 0)
        {
            var names = string.Join(", ", derived);
            context.Report(AnalyzerRules.NoDerivedTypes, type.Locations.FirstOrDefault(), ImmutableDictionary<string, string?>.Empty.Add("derived", names), type.Name, names);
        }
    }

    private static IEnumerable<INamedTypeSymbol> AllTypes(INamespaceSymbol space) => space.GetTypeMembers().Concat(space.GetNamespaceMembers().SelectMany(AllTypes));

    // Two objects that hold each other: only what can be set after both are made closes the circle.
    private static void CheckPair(EndpointContext context, INamedTypeSymbol type)
    {
        foreach (var forth in Shapes.Properties(type))
        {
            if (forth.Type is not INamedTypeSymbol { TypeKind: TypeKind.Class } other || string.CompareOrdinal(type.Name, other.Name) >= 0 || !other.Locations.Any(static location => location.IsInSource))
            {
                continue;
            }

            var back = Shapes.Properties(other).FirstOrDefault(property => SymbolEqualityComparer.Default.Equals(property.Type, type) && property.SetMethod is { IsInitOnly: false });
            if (back is not null && Shapes.IsFirst(context.Compilation, AnalyzerRuleIds.BackReference, back))
            {
                context.Report(AnalyzerRules.BackReference, back.Locations.FirstOrDefault(), back.Name, other.Name, type.Name, forth.Name);
            }
        }
    }

    private static void CheckCircle(EndpointContext context, INamedTypeSymbol type)
    {
        foreach (var list in Shapes.Properties(type))
        {
            if (Shapes.Item(list.Type) is not INamedTypeSymbol item || !item.Locations.Any(static location => location.IsInSource))
            {
                continue;
            }

            var back = Shapes.Properties(item).FirstOrDefault(property => SymbolEqualityComparer.Default.Equals(property.Type, type) && !SymbolEqualityComparer.Default.Equals(property, list));
            if (back is not null && Shapes.IsFirst(context.Compilation, AnalyzerRuleIds.BackReference, back))
            {
                context.Report(AnalyzerRules.BackReference, back.Locations.FirstOrDefault(), back.Name, item.Name, type.Name, list.Name);
            }
        }
    }
}
