namespace Covet.Generators.Model;

/// <summary>How a value is made from text.</summary>
/// <param name="Kind">The way.</param>
/// <param name="Type">The type that is made, without <c>Nullable&lt;T&gt;</c>.</param>
internal sealed record TextParseSpec(TextParseKind Kind, TypeRef Type)
{
    /// <summary>The names and values of an enum.</summary>
    public EquatableArray<JsonEnumMemberSpec> EnumMembers { get; init; }
}
