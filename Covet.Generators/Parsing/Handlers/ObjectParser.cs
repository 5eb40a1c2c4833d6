using Covet.Generators.Model;
using Covet.Generators.Parsing.Types;
using Covet.Generators.Parsing.Validation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Covet.Generators.Parsing.Handlers;

/// <summary>Reads a type whose members bind one by one: <c>[AsParameters]</c>, or a form that is an object.</summary>
internal static class ObjectParser
{
    public static ParameterSpec? Parse(ParameterSource source, ParameterContext context, BindingSource kind)
    {
        if (source.Type.UnwrapNullable() is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false } type || type.SpecialType != SpecialType.None)
        {
            context.Sink.Add(Rules.RuleIds.ParameterTypeUnsupported, source.Place, source.Name, source.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), "its members", "it must be a class, record or struct that can be made");
            return null;
        }

        if (context.Within.Contains(type, SymbolEqualityComparer.Default))
        {
            context.Sink.Add(Rules.RuleIds.ParameterTypeUnsupported, source.Place, source.Name, source.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), "its members", "it holds itself, so that its members have no end");
            return null;
        }

        if (type.IsIncomplete() || Properties(type).Any(static property => property.IsTwice()))
        {
            context.Sink.AddBroken();
            return null;
        }

        context = context with { Within = [.. context.Within, type] };
        var constructor = ConstructorParser.Choose(type, out var reason);
        if (constructor is null)
        {
            context.Sink.Add(Rules.RuleIds.ServiceConstructor, source.Place, type.Name, reason!);
            return null;
        }

        var members = new List<ParameterSpec>();
        var properties = Properties(type).ToList();
        var before = context.Sink.Count;
        foreach (var parameter in constructor.Parameters)
        {
            var property = properties.FirstOrDefault(candidate => string.Equals(candidate.Name, parameter.Name, StringComparison.OrdinalIgnoreCase));
            var member = new ParameterSource(parameter, parameter.Type, DefaultValue.Of(parameter));
            if (property is not null)
            {
                member.Attributes.AddRange(property.GetAttributes());
                properties.Remove(property);
            }

            Add(member, isConstructor: true, keepInitializer: false);
        }

        foreach (var property in properties.Where(property => property.SetMethod is { DeclaredAccessibility: Accessibility.Public or Accessibility.Internal }))
        {
            var initializer = Initializer(property);
            var member = new ParameterSource(property, property.Type, initializer is not null && (property.IsRequired || property.SetMethod!.IsInitOnly) ? initializer : null);
            Add(member, isConstructor: false, keepInitializer: initializer is not null && !property.SetMethod!.IsInitOnly && !property.IsRequired, Literal(property));
        }

        if (context.Sink.Count > before)
        {
            return null;
        }

        return new ParameterSpec(source.Name, TypeRefFactory.Create(source.Type.UnwrapNullable()), kind, source.Name)
        {
            Members = members.ToEquatableArray(),
            ConstructorMembers = constructor.Parameters.Length,
            ObjectChecks = ParameterChecksParser.ParseObject(type, members, context.Compilation, context.Sink.Items, cancellation: default),
        };

        void Add(ParameterSource member, bool isConstructor, bool keepInitializer, string? literal = null)
        {
            var findings = context.Sink.Count;
            var spec = kind == BindingSource.FormObject ? FormMember(member, context) : BindingSourceStrategies.Find(member, context);
            if (spec is null)
            {
                if (kind == BindingSource.FormObject && !context.Sink.Items.Skip(findings).Any(BrokenCode.IsFinding))
                {
                    context.Sink.Add(Rules.RuleIds.ParameterTypeUnsupported, member.Place ?? source.Place, member.Name, member.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), "a form field", "it must be text, a file, or an array of these");
                }

                return;
            }

            members.Add(spec with { IsConstructorMember = isConstructor, KeepsInitializer = keepInitializer, InitializerLiteral = literal });
        }
    }

    private static ParameterSpec? FormMember(ParameterSource member, ParameterContext context)
    {
        var before = context.Sink.Count;
        var inner = context with { RouteParameters = [], HasBody = false };
        var spec = BindingSourceStrategies.Find(member, inner);
        if (spec is null || context.Sink.Count > before)
        {
            return null;
        }

        return spec.Source is BindingSource.Query ? spec with { Source = BindingSource.Form } : spec.Source == BindingSource.Form ? spec : null;
    }

    private static IEnumerable<IPropertySymbol> Properties(INamedTypeSymbol type)
    {
        var seen = new HashSet<string>();
        foreach (var property in type.SelfAndBases().SelectMany(t => t.GetMembers().OfType<IPropertySymbol>()))
        {
            if (!property.IsStatic && !property.IsIndexer && property.DeclaredAccessibility is Accessibility.Public && seen.Add(property.Name))
            {
                yield return property;
            }
        }
    }

    // The text of "= 20" where it is a literal: an init-only property can be given it back, as it means the same everywhere.
    private static string? Literal(IPropertySymbol property) => property.DeclaringSyntaxReferences
        .Select(reference => reference.GetSyntax() is PropertyDeclarationSyntax { Initializer.Value: LiteralExpressionSyntax value } ? value.ToString() : null)
        .FirstOrDefault(text => text is not null);

    private static string? Initializer(IPropertySymbol property)
    {
        foreach (var reference in property.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax() is PropertyDeclarationSyntax { Initializer.Value: { } value })
            {
                return value is LiteralExpressionSyntax or PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax } ? value.ToString() : property.SetMethod is { IsInitOnly: false } ? value.ToString() : null;
            }
        }

        return null;
    }
}
