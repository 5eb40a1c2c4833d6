using Covet.Generators.Model;

namespace Covet.Generators;

/// <summary>Each type once, in a stable order.</summary>
internal static class TypeSet
{
    public static IEnumerable<TypeSpec> Distinct(IEnumerable<TypeSpec> types) =>
        types.GroupBy(type => type.Type.Id, StringComparer.Ordinal).Select(group => group.FirstOrDefault(type => type.NeedsJson) ?? group.First()).OrderBy(type => type.Type.Id, StringComparer.Ordinal);

    public static IEnumerable<ValidationTypeSpec> Distinct(IEnumerable<ValidationTypeSpec> types) =>
        types.GroupBy(type => type.Type.Id, StringComparer.Ordinal).Select(group => group.First()).OrderBy(type => type.Type.Id, StringComparer.Ordinal);
}
