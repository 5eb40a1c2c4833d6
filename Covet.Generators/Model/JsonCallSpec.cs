namespace Covet.Generators.Model;

/// <summary>A call of <c>CovetJson</c> that becomes a call of a generated codec.</summary>
/// <param name="Kind">The method that is called.</param>
/// <param name="Type">The type argument.</param>
/// <param name="Experimental">The IDs of <c>[Experimental]</c> that naming the type brings.</param>
/// <param name="Version">The version of the compiler's encoding of the place.</param>
/// <param name="Data">The place as the compiler encodes it: a checksum of the file and a position. Every edit of the file changes it.</param>
/// <param name="Place">The place for people: the file's name and the line.</param>
internal sealed record JsonCallSpec(JsonCallKind Kind, TypeRef Type, EquatableArray<string> Experimental, int Version, string Data, string Place);
