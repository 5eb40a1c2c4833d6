using System.Globalization;

namespace Covet.Generators.Emit.Patterns;

/// <summary>Writes a deterministic pattern as plain loops over the text.</summary>
internal sealed class PatternEmitter
{
    private readonly SourceWriter writer;
    private int counters;

    private PatternEmitter(SourceWriter writer) => this.writer = writer;

    /// <summary>Whether the pattern can be written.</summary>
    public static bool CanEmit(string pattern) => PatternParser.Parse(pattern) is { } node && IsCertain(node) && PatternDeterminism.Holds(node);

    /// <summary>Writes a method that says whether a pattern matches the whole of a text; an empty text is valid, as for the attribute.</summary>
    public static void Emit(SourceWriter writer, string name, string pattern)
    {
        writer.Line("// " + Literals.Comment(pattern));
        writer.Open("private static bool " + name + "(string? value)");
        writer.Line("global::System.ReadOnlySpan<char> text = value;");
        writer.Open("if (text.IsEmpty)").Line("return true;").Close().Line();
        writer.Line("var at = 0;");
        new PatternEmitter(writer).Write(PatternParser.Parse(pattern)!);
        writer.Line("return at == text.Length;").Close();
    }

    // Whether a class of Unicode has a character beyond ASCII may be answered otherwise where the program runs.
    private static bool IsCertain(PatternNode node)
    {
        var sets = Sets(node).ToList();
        return !sets.Exists(static set => set.HasClass) || !sets.Exists(static set => set.HasRangeBeyondAscii);
    }

    private static IEnumerable<CharSet> Sets(PatternNode node) => node.Set is { } set ? [set] : node.Parts.SelectMany(Sets);

    private static string Outside(string condition) => "at >= text.Length || !" + condition;

    private static string Condition(PatternNode node) =>
        string.Join(" || ", PatternDeterminism.FirstSets(node).Select(static set => set.Condition("text[at]")).Distinct());

    private void Write(PatternNode node)
    {
        switch (node.Kind)
        {
            case PatternNodeKind.Character:
                writer.Open("if (" + Outside(node.Set!.Condition("text[at]")) + ")").Line("return false;").Close().Line();
                writer.Line("at++;");
                break;
            case PatternNodeKind.Sequence:
                foreach (var part in node.Parts)
                {
                    Write(part);
                }

                break;
            case PatternNodeKind.Choice:
                WriteChoice(node);
                break;
            default:
                WriteRepeat(node);
                break;
        }
    }

    private void WriteChoice(PatternNode node)
    {
        for (var i = 0; i < node.Parts.Count; i++)
        {
            writer.Open((i == 0 ? "if" : "else if") + " (at < text.Length && (" + Condition(node.Parts[i]) + "))");
            Write(node.Parts[i]);
            writer.Close();
        }

        writer.Open("else").Line("return false;").Close().Line();
    }

    private void WriteRepeat(PatternNode node)
    {
        var part = node.Parts[0];
        var counter = "n" + (counters++).ToString(CultureInfo.InvariantCulture);
        var limit = node.Maximum == PatternNode.Unbounded ? "" : counter + " < " + node.Maximum.ToString(CultureInfo.InvariantCulture);
        writer.Open("for (var " + counter + " = 0; " + limit + "; " + counter + "++)");
        writer.Open("if (at >= text.Length || !(" + Condition(part) + "))");
        if (node.Minimum == node.Maximum)
        {
            writer.Line("return false;");
        }
        else
        {
            if (node.Minimum > 0)
            {
                writer.Open("if (" + counter + " < " + node.Minimum.ToString(CultureInfo.InvariantCulture) + ")").Line("return false;").Close().Line();
            }

            writer.Line("break;");
        }

        writer.Close().Line();
        if (part.Kind == PatternNodeKind.Character)
        {
            writer.Line("at++;");
        }
        else
        {
            Write(part);
        }

        writer.Close().Line();
    }
}
