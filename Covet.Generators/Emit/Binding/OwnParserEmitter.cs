using Covet.Generators.Model;

namespace Covet.Generators.Emit.Binding;

/// <summary>Writes the parsers of types that only the user's assembly knows: enums and types with a <c>TryParse</c>.</summary>
internal static class OwnParserEmitter
{
    public static void Emit(SourceWriter writer, string name, TextParseSpec parse)
    {
        var type = parse.Type.FullName;
        writer.Line();
        writer.Open("private readonly struct " + name + " : global::Covet.Internal.ITextParser<" + type + ">");
        writer.Line("public static string Expected => " + Literals.String(Expected(parse)) + ";");
        writer.Line();
        writer.Open("public static bool TryParse(global::System.ReadOnlySpan<char> text, [global::System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out " + type + " value)");
        if (parse.Kind == TextParseKind.Enum)
        {
            EmitEnum(writer, parse);
        }
        else
        {
            var provider = parse.Kind == TextParseKind.TryParseWithProvider ? "global::System.Globalization.CultureInfo.InvariantCulture, " : "";
            writer.Line("return " + type + ".TryParse(text.ToString(), " + provider + "out value!);");
        }

        writer.Close();
        writer.Close();
    }

    private static string Expected(TextParseSpec parse) => parse.Kind == TextParseKind.Enum && parse.EnumMembers.Count is > 0 and <= 20
        ? "one of " + string.Join(", ", parse.EnumMembers.Select(member => "'" + member.ClrName + "'"))
        : "a valid " + parse.Type.Name;

    private static void EmitEnum(SourceWriter writer, TextParseSpec parse)
    {
        writer.Line("text = global::System.MemoryExtensions.Trim(text);");
        foreach (var member in parse.EnumMembers)
        {
            writer.Open("if (global::System.MemoryExtensions.Equals(text, " + Literals.String(member.ClrName) + ", global::System.StringComparison.OrdinalIgnoreCase)" + NumberTest(member) + ")");
            // By its number, as the name may be [Obsolete] to the point of an error.
            writer.Line("value = (" + parse.Type.FullName + ")(" + member.Value + ");");
            writer.Line("return true;");
            writer.Close();
            writer.Line();
        }

        writer.Line("value = default;");
        writer.Line("return false;");
    }

    private static string NumberTest(JsonEnumMemberSpec member) => " || global::System.MemoryExtensions.SequenceEqual(text, " + Literals.String(member.Value) + ")";
}
