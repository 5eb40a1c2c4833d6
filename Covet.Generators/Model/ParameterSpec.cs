namespace Covet.Generators.Model;

/// <summary>A parameter of an endpoint's method, or a member of an <c>[AsParameters]</c> or form type.</summary>
/// <param name="Name">The C# name, without an escape.</param>
/// <param name="Type">Its type.</param>
/// <param name="Source">Where its value comes from.</param>
/// <param name="WireName">The name in the query, header, route, form or cookie.</param>
internal sealed record ParameterSpec(string Name, TypeRef Type, BindingSource Source, string WireName)
{
    /// <summary>Whether a missing value is null or default instead of an error.</summary>
    public bool Nullable { get; init; }

    /// <summary>Its default as an expression, or null where it has none.</summary>
    public string? DefaultExpression { get; init; }

    /// <summary>How one value is made from text; null where the value is not text.</summary>
    public TextParseSpec? Parse { get; init; }

    /// <summary>The item of an array or list, where several values bind.</summary>
    public TypeRef? Element { get; init; }

    /// <summary>How several values are collected.</summary>
    public JsonCollectionKind CollectionKind { get; init; }

    /// <summary>The key of a keyed service as an expression, or null.</summary>
    public string? KeyExpression { get; init; }

    /// <summary>The members of an <c>[AsParameters]</c> or form type.</summary>
    public EquatableArray<ParameterSpec> Members { get; init; }

    /// <summary>Whether <see cref="Members"/>, in order, are constructor arguments first.</summary>
    public int ConstructorMembers { get; init; }

    /// <summary>The parameter's validation attributes, in order.</summary>
    public EquatableArray<AttributeSpec> Rules { get; init; }

    /// <summary>The rules of the value by itself, ready to be written as code; null where there are none.</summary>
    public ValidationMemberSpec? Checks { get; init; }

    /// <summary>The rules of an <c>[AsParameters]</c> or form object as a whole, to be run when it is made: those that look at several members; null where there are none.</summary>
    public ValidationTypeSpec? ObjectChecks { get; init; }

    /// <summary>All its attributes, for the document.</summary>
    public EquatableArray<AttributeSpec> Attributes { get; init; }

    /// <summary>What its XML documentation says, where it is a member.</summary>
    public DocSpec? Doc { get; init; }

    /// <summary>Whether a body may be missing (<c>EmptyBodyBehavior.Allow</c>).</summary>
    public bool AllowEmptyBody { get; init; }

    /// <summary>Whether the type below has a validator to run.</summary>
    public bool HasValidator { get; init; }

    /// <summary>The name in validation messages.</summary>
    public string DisplayName { get; init; } = Name;

    /// <summary>What is asked of services, where the type is generic: it may close an open registration.</summary>
    public DependencySpec? ServiceDependency { get; init; }

    /// <summary>Whether null is allowed for <see cref="Element"/>.</summary>
    public bool ElementNullable { get; init; }

    /// <summary>Whether the query has the value on routes that lack a parameter of the name.</summary>
    public bool FallsBackToQuery { get; init; }

    /// <summary>Whether, as a member, it is a constructor argument; else it is a property.</summary>
    public bool IsConstructorMember { get; init; }

    /// <summary>Whether, as a member, a missing value leaves what its initializer gave.</summary>
    public bool KeepsInitializer { get; init; }

    /// <summary>That initializer where it is a literal, so that it can be held to the rules with everything else.</summary>
    public string? InitializerLiteral { get; init; }
}
