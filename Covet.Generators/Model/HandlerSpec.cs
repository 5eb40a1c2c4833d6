namespace Covet.Generators.Model;

/// <summary>A handler class with its endpoints and the types that they reach.</summary>
internal sealed record HandlerSpec(
    TypeRef Type,
    EquatableArray<EndpointSpec> Endpoints,
    EquatableArray<TypeSpec> Types)
{
    /// <summary>The rules of bodies and of all below them. By themselves, as validation goes where JSON has a user's
    /// converter, and JSON where no request goes.</summary>
    public EquatableArray<ValidationTypeSpec> Validators { get; init; }
}
