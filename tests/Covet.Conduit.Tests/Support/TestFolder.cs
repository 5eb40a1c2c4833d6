namespace Covet.Conduit.Tests.Support;

/// <summary>A folder of its own for one test, gone at its end.</summary>
internal sealed class TestFolder : IDisposable
{
    public string FullName { get; } = Directory.CreateTempSubdirectory("conduit-").FullName;

    public string LogPath => Directory.GetFiles(FullName, "*.log").Single();

    public void Dispose() => Directory.Delete(FullName, recursive: true);
}
