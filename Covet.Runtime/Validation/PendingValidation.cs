namespace Covet.Internal;

/// <summary>An object whose attributes hold, and whose validators in services are still to run.</summary>
internal abstract class PendingValidation
{
    /// <summary>The object's path from the root.</summary>
    public string Path { get; set; } = "";

    /// <summary>Runs the validators, those that do not wait first.</summary>
    public abstract ValueTask RunAsync(HttpContext context, RequestErrors errors);
}
