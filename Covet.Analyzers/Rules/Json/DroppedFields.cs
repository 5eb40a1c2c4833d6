using Covet.Analyzers.Endpoints;
using Covet.Generators.Parsing.Json;

namespace Covet.Analyzers.Rules.Json;

/// <summary>Public fields, which JSON leaves out unless it is told otherwise.</summary>
internal static class DroppedFields
{
    /// <summary>Reports those of a type, once.</summary>
    public static void Report(EndpointContext context, INamedTypeSymbol type)
    {
        foreach (var field in type.GetMembers().OfType<IFieldSymbol>())
        {
            if (field is { IsStatic: false, IsConst: false, DeclaredAccessibility: Accessibility.Public, IsImplicitlyDeclared: false } && type.TypeKind != TypeKind.Enum && !Shapes.IsLeftOut(field)
                && !JsonOptionsParser.Parse(context.Compilation).IncludeFields && Shapes.IsFirst(context.Compilation, AnalyzerRuleIds.MemberNotRead, field))
            {
                context.Report(AnalyzerRules.MemberNotRead, field.Locations.FirstOrDefault(), field.Name, type.Name, "a field", "neither requests nor responses have it");
            }
        }
    }
}
