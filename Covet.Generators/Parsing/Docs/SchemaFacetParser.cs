using Covet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Docs;

/// <summary>What the schema of a type needs beyond its JSON shape: texts and attributes of the type and its members.</summary>
internal static class SchemaFacetParser
{
    public static SchemaFacetSpec? Parse(ITypeSymbol type, CancellationToken cancellation = default)
    {
        if (type is not INamedTypeSymbol named || IsFrameworkType(named))
        {
            return null;
        }

        var doc = DocCommentParser.Parse(named, cancellation);
        var members = new List<SchemaMemberSpec>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var current = named; current is not null && !IsFrameworkType(current); current = current.BaseType)
        {
            foreach (var member in Members(current))
            {
                cancellation.ThrowIfCancellationRequested();
                if (seen.Add(member.Name) && Member(member, cancellation) is { } spec)
                {
                    members.Add(spec);
                }
            }
        }

        if (named.TypeKind == TypeKind.Interface)
        {
            foreach (var member in named.AllInterfaces.Where(i => !IsFrameworkType(i)).SelectMany(Members))
            {
                if (seen.Add(member.Name) && Member(member, cancellation) is { } spec)
                {
                    members.Add(spec);
                }
            }
        }

        return new SchemaFacetSpec(doc, Attributes(named), members.ToEquatableArray()) { IsAbstract = named.IsAbstract };
    }

    /// <summary>Attributes that the document or user code reads; the compiler's own are left out.</summary>
    public static EquatableArray<AttributeSpec> Attributes(ISymbol symbol) => symbol
        .GetAttributes()
        .Where(a => !a.IsBroken() && IsDocumented(a.AttributeClass!))
        .Select(AttributeSpecParser.Parse)
        .ToEquatableArray();

    private static bool IsDocumented(INamedTypeSymbol attribute) => attribute.ContainingNamespace?.ToDisplayString() switch
    {
        "System" => attribute.Name == "ObsoleteAttribute",
        "System.ComponentModel" or "System.ComponentModel.DataAnnotations" or "System.Diagnostics.CodeAnalysis" => true,
        _ => DerivesFromValidation(attribute),
    };

    private static bool DerivesFromValidation(INamedTypeSymbol attribute)
    {
        for (var current = attribute.BaseType; current is not null; current = current.BaseType)
        {
            if (current.Name == "ValidationAttribute")
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<ISymbol> Members(INamedTypeSymbol type) => type
        .GetMembers()
        .Where(m => m is IPropertySymbol { IsIndexer: false } or IFieldSymbol { IsImplicitlyDeclared: false } && (!m.IsStatic || type.TypeKind == TypeKind.Enum));

    private static SchemaMemberSpec? Member(ISymbol member, CancellationToken cancellation)
    {
        var doc = DocCommentParser.Parse(member, cancellation);
        if (doc is null && Parameter(member, cancellation) is { } parameter)
        {
            doc = new DocSpec(parameter.Text.Length == 0 ? null : parameter.Text, null, null, parameter.Example);
        }

        var attributes = Attributes(member).Concat(ParameterAttributes(member)).ToEquatableArray();
        return doc is null && attributes.Count == 0 ? null : new SchemaMemberSpec(member.Name, doc, attributes);
    }

    /// <summary>The <c>param</c> of the type's comment, for a property of a positional record.</summary>
    private static DocParamSpec? Parameter(ISymbol member, CancellationToken cancellation) =>
        PositionalParameter(member) is null ? null
            : DocCommentParser.Parse(member.ContainingType, cancellation)?.Params.FirstOrDefault(p => p.Name == member.Name);

    // An attribute on the parameter of a positional record counts for its property, as it does in ASP.NET Core.
    private static EquatableArray<AttributeSpec> ParameterAttributes(ISymbol member) =>
        PositionalParameter(member) is { } parameter ? Attributes(parameter) : default;

    private static IParameterSymbol? PositionalParameter(ISymbol member) =>
        member.ContainingType is { IsRecord: true } type
            ? type.InstanceConstructors.Where(c => !c.DeclaringSyntaxReferences.IsEmpty || c.Parameters.Length > 1)
                .SelectMany(c => c.Parameters).FirstOrDefault(p => p.Name == member.Name)
            : null;

    private static bool IsFrameworkType(INamedTypeSymbol type)
    {
        if (type.SpecialType != SpecialType.None)
        {
            return true;
        }

        var space = type.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space?.Name is "System" or "Microsoft" && type.DeclaringSyntaxReferences.IsEmpty;
    }
}
