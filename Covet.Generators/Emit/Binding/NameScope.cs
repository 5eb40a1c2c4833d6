namespace Covet.Generators.Emit.Binding;

/// <summary>Hands out names of locals: the user's own where it is free, so that generated code reads like theirs.</summary>
internal sealed class NameScope
{
    private readonly HashSet<string> taken = ["context", "errors", "handler", "result", "form", "formRead", "task", "state", "args", "SharedFilters"];

    /// <summary>A name like the wanted one that nothing else has.</summary>
    public string Take(string wanted)
    {
        while (!taken.Add(wanted))
        {
            wanted += "_";
        }

        return Literals.Identifier(wanted);
    }
}
