namespace Covet.Generators.Emit.Validation;

/// <summary>The static fields that the rules of one validator need: patterns, limits, the user's attributes.</summary>
internal sealed class RuleFields
{
    private readonly List<(string Type, string Initializer)> declarations = [];

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
    }

    private static string NameOf(int index) => "Rule" + index.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
