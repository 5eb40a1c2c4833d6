namespace Covet.Generators.Model;

/// <summary>What the member that takes unknown members holds.</summary>
internal enum JsonExtensionKind
{
    None,

    /// <summary>A dictionary of <c>JsonElement</c>.</summary>
    Element,

    /// <summary>A dictionary of <c>object</c>.</summary>
    Any,

    /// <summary><c>JsonObject</c>.</summary>
    Node,
}
