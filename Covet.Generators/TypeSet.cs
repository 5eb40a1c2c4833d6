using Covet.Generators.Model;

namespace Covet.Generators;

/// <summary>Each type once, in a stable order.</summary>
internal static class TypeSet
{
    public static IEnumerable<TypeSpec> Distinct(IEnumerable<TypeSpec> types) =>
        types.GroupBy(type => type.Type.Id, StringComparer.Ordinal).Select(group => group.FirstOrDefault(type => type.NeedsJson) is not { } read ? group.First()
            // What one endpoint reads anew, another may fill.
            : group.Any(type => type.Json.IsFilled) ? read with { Json = read.Json with { IsFilled = true } } : read).OrderBy(type => type.Type.Id, StringComparer.Ordinal);

    public static IEnumerable<ValidationTypeSpec> Distinct(IEnumerable<ValidationTypeSpec> types) =>
        types.GroupBy(type => type.Type.Id, StringComparer.Ordinal).Select(group => group.First()).OrderBy(type => type.Type.Id, StringComparer.Ordinal);
}
