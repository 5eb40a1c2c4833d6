namespace Covet.Generators.Model;

/// <summary>
/// A type as the JSON emitter and the schema emitter need it. Refers to other types by <see cref="TypeRef"/> only, so a
/// recursive type is a finite spec and an edit of one type changes one spec.
/// </summary>
internal sealed record JsonTypeSpec(TypeRef Type, JsonShape Shape)
{
    /// <summary>The item of a collection, the value of a dictionary, the underlying type of a nullable.</summary>
    public TypeRef? Element { get; init; }

    /// <summary>Whether null is allowed for <see cref="Element"/> (a nullable annotation or an oblivious reference).</summary>
    public bool ElementNullable { get; init; }

    /// <summary>Whether code names <see cref="Element"/> with a question mark: an oblivious reference allows null without one.</summary>
    public bool ElementAnnotated { get; init; }

    /// <summary>The key of a dictionary.</summary>
    public TypeRef? Key { get; init; }

    /// <summary>How a collection or dictionary is made and filled when read.</summary>
    public JsonCollectionKind CollectionKind { get; init; }

    /// <summary>The members of an object, in the order in which they are written.</summary>
    public EquatableArray<JsonMemberSpec> Members { get; init; }

    /// <summary>The constructor that reading calls; null where the type can only be written.</summary>
    public JsonConstructorSpec? Constructor { get; init; }

    /// <summary>The names and values of an enum, in declaration order.</summary>
    public EquatableArray<JsonEnumMemberSpec> EnumMembers { get; init; }

    /// <summary>The underlying type of an enum.</summary>
    public KnownType EnumUnderlying { get; init; }

    /// <summary>Whether an enum has <c>[Flags]</c>.</summary>
    public bool EnumIsFlags { get; init; }

    /// <summary>Whether an enum is written as its name.</summary>
    public bool EnumAsString { get; init; }

    /// <summary>The polymorphism of <c>[JsonPolymorphic]</c>/<c>[JsonDerivedType]</c>; null where there is none.</summary>
    public JsonPolymorphismSpec? Polymorphism { get; init; }

    /// <summary>The expression that makes the user's converter, where <see cref="Shape"/> is <see cref="JsonShape.Converter"/>.</summary>
    public string? ConverterExpression { get; init; }

    /// <summary>Whether unknown JSON members are refused (<c>[JsonUnmappedMemberHandling(Disallow)]</c>).</summary>
    public bool DisallowUnmapped { get; init; }

    /// <summary>Flags of <c>System.Text.Json.Serialization.JsonNumberHandling</c> in force for the type.</summary>
    public int NumberHandling { get; init; }

    /// <summary>Whether the type is a tuple (<c>ValueTuple</c>), whose fields are members.</summary>
    public bool IsTuple { get; init; }

    /// <summary>The options of the assembly.</summary>
    public JsonOptionsSpec Options { get; init; } = JsonOptionsSpec.Default;

    /// <summary>Names of input members that are passed over: those of members with <c>[JsonIgnore]</c>.</summary>
    public EquatableArray<string> IgnoredNames { get; init; }

    /// <summary>The type that is made when a collection or dictionary is read, where it is not the type itself.</summary>
    public string? CreateType { get; init; }

    /// <summary>The interface whose <c>Add</c> or indexer fills the collection; null where the type's own does.</summary>
    public string? FillInterface { get; init; }

    /// <summary>The interface that is enumerated when a collection is written; null where the type itself is.</summary>
    public string? EnumerateAs { get; init; }

    /// <summary>Whether the collection is not generic, so that its items are <c>object</c>.</summary>
    public bool IsUntyped { get; init; }

    /// <summary>Whether a polymorphic base type or interface names the type, so that its members are written after a discriminator.</summary>
    public bool IsPolymorphicTarget { get; init; }

    /// <summary>Why the type cannot be read, with the way out; null where it can.</summary>
    public string? ReadProblem { get; init; }

    /// <summary>Whether the converter of <see cref="ConverterExpression"/> is a factory's and so must be cast.</summary>
    public bool ConverterIsFactory { get; init; }

    /// <summary>Whether a member of another type fills a value of this one.</summary>
    public bool IsFilled { get; init; }

    /// <summary>The IDs of <c>[Experimental]</c> that what the file names brings.</summary>
    public EquatableArray<string> Experimental { get; init; }

    /// <summary>Whether the type is abstract or an interface.</summary>
    public bool IsAbstract { get; init; }
}
