namespace Covet.Internal;

/// <summary>The command that the program was started with, if any.</summary>
internal sealed class CovetCommand(string[] arguments)
{
    /// <summary>The command's name; null where the program was started to serve.</summary>
    public string? Name { get; } = arguments is [{ } first, ..] && first is "routes" or "openapi" or "permissions" ? arguments[0] : null;

    /// <summary>The command's first argument, or a default.</summary>
    public string Argument(string fallback) => arguments.Length > 1 && !arguments[1].StartsWith('-') ? arguments[1] : fallback;
}
