namespace Covet.Generators.Model;

/// <summary>What an endpoint's method returns.</summary>
/// <param name="Kind">How the value is written.</param>
/// <param name="Async">What wraps it.</param>
/// <param name="Type">The value's type, without the wrapper; null for nothing.</param>
internal sealed record ReturnSpec(ReturnKind Kind, AsyncKind Async, TypeRef? Type)
{
    /// <summary>Whether null can be returned: then null is 404.</summary>
    public bool Nullable { get; init; }

    /// <summary>The item of an <c>IAsyncEnumerable&lt;T&gt;</c>.</summary>
    public TypeRef? Element { get; init; }

    /// <summary>Whether null is allowed for <see cref="Element"/>.</summary>
    public bool ElementNullable { get; init; }

    /// <summary>The responses that the signature declares, in order; one for a plain value.</summary>
    public EquatableArray<ResponseSpec> Responses { get; init; }
}
