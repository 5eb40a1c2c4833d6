namespace Covet.Generators.Model;

/// <summary>An attribute as a value: what it is, how to make it again, and its arguments for those who interpret it.</summary>
/// <param name="TypeName">The metadata name with namespace: <c>System.ComponentModel.DataAnnotations.RangeAttribute</c>.</param>
/// <param name="Expression">The C# expression that makes it: <c>new global::...RangeAttribute(1, 100) { ... }</c>.</param>
/// <param name="Arguments">The constructor arguments.</param>
/// <param name="NamedArguments">The named arguments.</param>
internal sealed record AttributeSpec(
    string TypeName,
    string Expression,
    EquatableArray<AttributeArgumentSpec> Arguments,
    EquatableArray<AttributeArgumentSpec> NamedArguments)
{
    /// <summary>Type arguments of a generic attribute.</summary>
    public EquatableArray<TypeRef> TypeArguments { get; init; }

    /// <summary>The names of the metadata interfaces and base types that it has, with namespace, for those who ask "is it an IAuthorizeData".</summary>
    public EquatableArray<string> BaseTypes { get; init; }
}
