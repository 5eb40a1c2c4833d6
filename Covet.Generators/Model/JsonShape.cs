namespace Covet.Generators.Model;

/// <summary>How a type looks in JSON; decides which emitter and which schema.</summary>
internal enum JsonShape
{
    /// <summary>One token, by <see cref="TypeRef.Special"/>.</summary>
    Primitive,

    /// <summary>A number or, with a string converter, a name.</summary>
    Enum,

    /// <summary><c>Nullable&lt;T&gt;</c> of <see cref="JsonTypeSpec.Element"/>.</summary>
    Nullable,

    /// <summary>A JSON object with members.</summary>
    Object,

    /// <summary>A JSON array of <see cref="JsonTypeSpec.Element"/>.</summary>
    Collection,

    /// <summary>A JSON object of <see cref="JsonTypeSpec.Key"/> to <see cref="JsonTypeSpec.Element"/>.</summary>
    Dictionary,

    /// <summary>An <c>IAsyncEnumerable&lt;T&gt;</c>: an array that is streamed.</summary>
    AsyncEnumerable,

    /// <summary>Written and read by a user's <c>JsonConverter&lt;T&gt;</c>.</summary>
    Converter,

    /// <summary><c>object</c>: written by its run-time type, read as <c>JsonElement</c>.</summary>
    Any,
}
