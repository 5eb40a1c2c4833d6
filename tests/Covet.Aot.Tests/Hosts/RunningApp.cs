namespace Covet.Aot.Tests;

/// <summary>The application under test, once more, with arguments of its own; it ends when it is disposed of.</summary>
/// <param name="Address">Where it serves.</param>
/// <param name="Ending">What ends it.</param>
public sealed record RunningApp(Uri Address, IAsyncDisposable Ending) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Ending.DisposeAsync();
}
