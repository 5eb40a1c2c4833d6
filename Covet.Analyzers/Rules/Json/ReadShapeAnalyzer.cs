using Covet.Analyzers.Endpoints;
using Covet.Generators.Model;
using Covet.Generators.Parsing.Json;

namespace Covet.Analyzers.Rules.Json;

/// <summary>Shapes that do not come back as they were sent: members that hold a value but cannot be given one, and derived types that nothing tells from their base.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ReadShapeAnalyzer : EndpointAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [AnalyzerRules.MemberNotRead, AnalyzerRules.NoDiscriminator];

    protected override void Analyze(EndpointContext context)
    {
        foreach (var (symbol, _) in context.Endpoint.Parameters.Where(static parameter => parameter.Spec.Source == BindingSource.Body))
        {
            foreach (var type in Shapes.Reached(symbol.Type).Where(static type => type.TypeKind is TypeKind.Class or TypeKind.Struct && !type.IsAbstract))
            {
                CheckDiscriminators(context, type);
                DroppedFields.Report(context, type);
                foreach (var property in type.GetMembers().OfType<IPropertySymbol>())
                {
                    if (Dropped(property, type) is { } reason && !JsonOptionsParser.Parse(context.Compilation).Populate && Shapes.IsFirst(context.Compilation, AnalyzerRuleIds.MemberNotRead, property))
                    {
                        context.Report(AnalyzerRules.MemberNotRead, property.Locations.FirstOrDefault(), property.Name, type.Name, reason, "what a request sends for it is dropped");
                    }
                }
            }
        }
    }

    private static void CheckDiscriminators(EndpointContext context, INamedTypeSymbol type)
    {
        foreach (var attribute in type.GetAttributes())
        {
            if (attribute is { AttributeClass.Name: "JsonDerivedTypeAttribute", ConstructorArguments: { Length: 1 } arguments } && arguments[0].Value is INamedTypeSymbol derived
                && Shapes.IsFirst(context.Compilation, AnalyzerRuleIds.NoDiscriminator, derived))
            {
                context.Report(AnalyzerRules.NoDiscriminator, attribute.ApplicationSyntaxReference?.GetSyntax(context.Cancellation).GetLocation(), derived.Name, type.Name);
            }
        }
    }

    private static string? Dropped(IPropertySymbol property, INamedTypeSymbol type)
    {
        if (property is not { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public, IsImplicitlyDeclared: false } || Shapes.IsLeftOut(property)
            || !HoldsValue(property) || IsConstructorParameter(property, type) || IsFilled(property))
        {
            return null;
        }

        return property.SetMethod is null ? "without a setter"
            : property.SetMethod.DeclaredAccessibility != Accessibility.Public ? "without a public setter" : null;
    }

    // A computed property is no place for a value.
    private static bool HoldsValue(IPropertySymbol property) => property.DeclaringSyntaxReferences.Any(static reference =>
        reference.GetSyntax() is PropertyDeclarationSyntax { ExpressionBody: null, AccessorList: { } accessors } && accessors.Accessors.All(static accessor => accessor.Body is null && accessor.ExpressionBody is null));

    private static bool IsConstructorParameter(IPropertySymbol property, INamedTypeSymbol type) =>
        type.InstanceConstructors.Any(constructor => constructor.Parameters.Any(parameter => string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase)));

    // [JsonObjectCreationHandling(Populate)] fills what is there.
    private static bool IsFilled(IPropertySymbol property) => property.GetAttributes().Concat(property.ContainingType.GetAttributes()).Any(static attribute => attribute.AttributeClass?.Name == "JsonObjectCreationHandlingAttribute");
}
