using Covet.Generators.Model;

namespace Covet.Generators.Emit.Json;

/// <summary>Emits the choice of a derived type: by the run-time type when writing, by the discriminator when reading.</summary>
internal static class JsonPolymorphismEmitter
{
    private const int FallBackToBase = 1;
    private const int FallBackToNearest = 2;

    public static void EmitWrite(SourceWriter source, JsonTypeSpec type)
    {
        var polymorphism = type.Polymorphism!;
        source.Line("var actual = value.GetType();");
        foreach (var derived in polymorphism.DerivedTypes)
        {
            source.Open("if (actual == typeof(" + derived.Type.FullName + "))");
            WriteDerived(source, type, derived);
            source.Line("return;");
            source.Close();
            source.Line();
        }

        if (!type.IsAbstract && polymorphism.DerivedTypes.All(derived => derived.Type != type.Type))
        {
            source.Open("if (actual == typeof(" + type.Type.FullName + "))").Line("WriteSelf(ref writer, value);").Line("return;").Close();
            source.Line();
        }

        if (polymorphism.UnknownDerivedTypeHandling == FallBackToNearest)
        {
            foreach (var derived in polymorphism.DerivedTypes.Where(derived => derived.Type != type.Type))
            {
                source.Open("if (value is " + derived.Type.FullName + ")");
                WriteDerived(source, type, derived);
                source.Line("return;");
                source.Close();
                source.Line();
            }
        }

        if (polymorphism.UnknownDerivedTypeHandling is FallBackToBase or FallBackToNearest && !type.IsAbstract)
        {
            source.Line("WriteSelf(ref writer, value);");
        }
        else
        {
            source.Line("throw new global::System.NotSupportedException(\"The run-time type '\" + actual + " + Literals.String("' is not among the [JsonDerivedType] of " + type.Type.Name + ".") + ");");
        }
    }

    public static void EmitRead(SourceWriter source, JsonTypeSpec type)
    {
        var polymorphism = type.Polymorphism!;
        source.Open("if (!reader.BeginObject())").Line("return default;").Close();
        source.Line();
        if (type.Constructor is not null && polymorphism.DerivedTypes.All(derived => derived.Discriminator is null))
        {
            source.Line("return ReadMembers(ref reader, default);");
            return;
        }

        source.Line("var tag = reader.ReadTag(" + Literals.Utf8(polymorphism.DiscriminatorName) + ", anywhere: " + (type.Options.AllowOutOfOrderMetadata ? "true" : "false") + ");");
        var texts = polymorphism.DerivedTypes.Where(derived => derived.DiscriminatorText is not null).ToList();
        var numbers = polymorphism.DerivedTypes.Where(derived => derived is { Discriminator: not null, DiscriminatorText: null }).ToList();
        Switch(source, polymorphism, "tag.Text", texts);
        if (numbers.Count > 0)
        {
            source.Open("if (tag.IsNumber)");
            Switch(source, polymorphism, "tag.Number", numbers);
            source.Close();
            source.Line();
        }

        var known = polymorphism.IgnoreUnrecognizedDiscriminators ? "" : "tag.IsMissing";
        var self = type.Constructor is null ? null : "return ReadMembers(ref reader, " + Literals.Utf8(polymorphism.DiscriminatorName) + ");";
        if (self is not null && known.Length == 0)
        {
            source.Line(self);
            return;
        }

        if (self is not null)
        {
            source.Open("if (" + known + ")").Line(self).Close();
            source.Line();
        }

        source.Line("return reader.RejectTag<" + type.Type.FullName + ">(tag, " + Literals.String(polymorphism.DiscriminatorName) + ", " + Literals.String(Expected(texts, numbers)) + ");");
    }

    // What a client is told.
    private static string Expected(List<JsonDerivedTypeSpec> texts, List<JsonDerivedTypeSpec> numbers)
    {
        var values = texts.Select(derived => "'" + derived.DiscriminatorText + "'").Concat(numbers.Select(derived => derived.Discriminator!)).ToList();
        return (values.Count switch { 0 => "left out", 1 => "", _ => "one of " }) + string.Join(", ", values);
    }

    private static void Switch(SourceWriter source, JsonPolymorphismSpec polymorphism, string value, List<JsonDerivedTypeSpec> derivedTypes)
    {
        if (derivedTypes.Count == 0)
        {
            return;
        }

        source.Open("switch (" + value + ")");
        foreach (var derived in derivedTypes)
        {
            source.Line("case " + derived.Discriminator + ":").Indent();
            source.Line("return " + derived.Type.CodecName + ".ReadMembers(ref reader, " + Literals.Utf8(polymorphism.DiscriminatorName) + ");").Outdent();
        }

        source.Close();
        source.Line();
    }

    private static void WriteDerived(SourceWriter source, JsonTypeSpec type, JsonDerivedTypeSpec derived)
    {
        var value = derived.Type == type.Type ? "value" : "((" + derived.Type.FullName + ")value)";
        if (derived.Discriminator is null || !derived.IsObject)
        {
            source.Line((derived.Type == type.Type ? "WriteSelf" : derived.Type.CodecName + ".Write") + "(ref writer, " + value + ");");
            return;
        }

        var name = JsonLiteral.Quote(type.Polymorphism!.DiscriminatorName, relaxed: false)!;
        var tag = derived.DiscriminatorText is { } tagText ? JsonLiteral.Quote(tagText, relaxed: false)! : derived.Discriminator;
        var text = type.Options.WriteIndented ? name + ": " + tag : "{" + name + ":" + tag;
        source.Line(derived.Type.CodecName + ".WriteTagged(ref writer, " + value + ", " + Literals.Utf8(text) + ");");
    }
}
