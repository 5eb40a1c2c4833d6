using Covet.Generators.Emit.Patterns;

namespace Covet.Generators.Emit.Validation;

/// <summary>The static fields that the rules of one validator need: patterns, limits, the user's attributes.</summary>
internal sealed class RuleFields
{
    private readonly List<(string Type, string Initializer)> declarations = [];
    private readonly List<string> patterns = [];

    /// <summary>Adds a field, unless there is the same one, and returns its name.</summary>
    public string Add(string type, string initializer)
    {
        var at = declarations.IndexOf((type, initializer));
        if (at < 0)
        {
            at = declarations.Count;
            declarations.Add((type, initializer));
        }

        return NameOf(at);
    }

    /// <summary>Adds a method that matches a pattern, and returns its name; null where the pattern is beyond what is written as code.</summary>
    public string? AddPattern(string pattern)
    {
        var at = patterns.IndexOf(pattern);
        if (at < 0)
        {
            if (!PatternEmitter.CanEmit(pattern))
            {
                return null;
            }

            at = patterns.Count;
            patterns.Add(pattern);
        }

        return PatternName(at);
    }

    public void Write(SourceWriter writer)
    {
        if (declarations.Count > 0)
        {
            writer.Line();
        }

        for (var i = 0; i < declarations.Count; i++)
        {
            writer.Line("private static readonly " + declarations[i].Type + " " + NameOf(i) + " = " + declarations[i].Initializer + ";");
        }

        for (var i = 0; i < patterns.Count; i++)
        {
            writer.Line();
            PatternEmitter.Emit(writer, PatternName(i), patterns[i]);
        }
    }

    private static string PatternName(int index) => "Matches" + index.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string NameOf(int index) => "Rule" + index.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
