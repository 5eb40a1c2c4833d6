using Covet.Generators.Model;

namespace Covet.Generators.Emit.Binding;

/// <summary>Names the parser of a type, and collects those that the endpoint's file has to define.</summary>
internal sealed class TextParserNames
{
    private readonly Dictionary<string, TextParseSpec> own = [];

    /// <summary>The parsers that the file has to define, by name.</summary>
    public IEnumerable<KeyValuePair<string, TextParseSpec>> Own => own.OrderBy(pair => pair.Key, StringComparer.Ordinal);

    public string NameOf(TextParseSpec parse)
    {
        switch (parse.Kind)
        {
            case TextParseKind.String:
                return "global::Covet.Internal.TextParsers.String";
            case TextParseKind.Known:
                return "global::Covet.Internal.TextParsers." + parse.Type.Special;
            case TextParseKind.SpanParsable:
                return "global::Covet.Internal.SpanParsableParser<" + parse.Type.FullName + ">";
            case TextParseKind.Parsable:
                return "global::Covet.Internal.ParsableParser<" + parse.Type.FullName + ">";
            case TextParseKind.Flags:
                return "global::Covet.Internal.FlagsParser<" + parse.Type.FullName + ">";
            default:
                var name = parse.Type.Id + "TextParser";
                own[name] = parse;
                return name;
        }
    }
}
