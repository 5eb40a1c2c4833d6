namespace Covet.Conduit.Tests.Support;

/// <summary>A folder of its own for one test, gone at its end.</summary>
internal sealed class TestFolder : IDisposable
{
    public string FullName { get; } = Directory.CreateTempSubdirectory("conduit-").FullName;

    // The newest: while a compaction ends there may be two.
    public string LogPath => Directory.GetFiles(FullName, "*.log").Order(StringComparer.Ordinal).Last();

    public void Dispose() => Directory.Delete(FullName, recursive: true);
}
