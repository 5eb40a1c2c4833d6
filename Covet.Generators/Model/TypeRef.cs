namespace Covet.Generators.Model;

/// <summary>The value that stands in for a type symbol.</summary>
/// <param name="FullName">As it is written in generated code: <c>global::App.Todo</c>, with nullable annotations of
/// type arguments kept and that of the type itself left off (<c>Nullable&lt;T&gt;</c> is written <c>T?</c>).</param>
/// <param name="Id">Unique in the compilation and usable inside an identifier; see <c>TypeId</c>.</param>
/// <param name="Name">For people: <c>List&lt;Todo&gt;</c>.</param>
/// <param name="IsValueType">Whether it is a struct or enum.</param>
/// <param name="Special">The type where it is one that Covet treats by itself.</param>
internal sealed record TypeRef(string FullName, string Id, string Name, bool IsValueType, KnownType Special)
{
    /// <summary>The name of the JSON codec that is generated for the type; implements <c>IJsonCodec&lt;T&gt;</c>.</summary>
    public string CodecName => "global::Covet.Generated." + Id + "Json";

    /// <summary>The name of the validator that is generated for the type, where it has rules; implements <c>IModelValidator&lt;T&gt;</c>.</summary>
    public string ValidatorName => "global::Covet.Generated." + Id + "Validator";
}
