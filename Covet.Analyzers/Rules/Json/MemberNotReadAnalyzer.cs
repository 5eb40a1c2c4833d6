using Covet.Analyzers.Endpoints;
using Covet.Generators.Model;

namespace Covet.Analyzers.Rules.Json;

/// <summary>Members of a body that hold a value but cannot be given one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class MemberNotReadAnalyzer : EndpointAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [AnalyzerRules.MemberNotRead];

    protected override void Analyze(EndpointContext context)
    {
        foreach (var (symbol, _) in context.Endpoint.Parameters.Where(static parameter => parameter.Spec.Source == BindingSource.Body))
        {
            foreach (var type in Shapes.Reached(symbol.Type).Where(static type => type.TypeKind is TypeKind.Class or TypeKind.Struct && !type.IsAbstract))
            {
                foreach (var member in type.GetMembers().Where(member => Dropped(member, type) is not null && Shapes.IsFirst(context.Compilation, AnalyzerRuleIds.MemberNotRead, member)))
                {
                    context.Report(AnalyzerRules.MemberNotRead, member.Locations.FirstOrDefault(), member.Name, type.Name, Dropped(member, type));
                }
            }
        }
    }

    private static string? Dropped(ISymbol member, INamedTypeSymbol type)
    {
        if (member is not { IsStatic: false, DeclaredAccessibility: Accessibility.Public, IsImplicitlyDeclared: false } || Shapes.IsIgnored(member) || member.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "JsonIncludeAttribute"))
        {
            return null;
        }

        switch (member)
        {
            case IFieldSymbol { IsConst: false }:
                return "a field";
            case IPropertySymbol { IsIndexer: false } property when HoldsValue(property) && !IsConstructorParameter(property, type) && !IsFilled(property):
                return property.SetMethod is null ? "without a setter"
                    : property.SetMethod.DeclaredAccessibility != Accessibility.Public ? "without a public setter" : null;
            default:
                return null;
        }
    }

    // A computed property is no place for a value.
    private static bool HoldsValue(IPropertySymbol property) => property.DeclaringSyntaxReferences.Any(static reference =>
        reference.GetSyntax() is PropertyDeclarationSyntax { ExpressionBody: null, AccessorList: { } accessors } && accessors.Accessors.All(static accessor => accessor.Body is null && accessor.ExpressionBody is null));

    private static bool IsConstructorParameter(IPropertySymbol property, INamedTypeSymbol type) =>
        type.InstanceConstructors.Any(constructor => constructor.Parameters.Any(parameter => string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase)));

    // [JsonObjectCreationHandling(Populate)] fills what is there.
    private static bool IsFilled(IPropertySymbol property) => property.GetAttributes().Concat(property.ContainingType.GetAttributes()).Any(static attribute => attribute.AttributeClass?.Name == "JsonObjectCreationHandlingAttribute");
}
