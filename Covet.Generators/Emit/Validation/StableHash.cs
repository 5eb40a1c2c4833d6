namespace Covet.Generators.Emit.Validation;

/// <summary>A hash that is the same in every process (FNV-1a), so that generated names are.</summary>
internal static class StableHash
{
    public static uint Of(string text)
    {
        var hash = 2166136261;
        foreach (var c in text)
        {
            hash = unchecked((hash ^ c) * 16777619);
        }

        return hash;
    }
}
