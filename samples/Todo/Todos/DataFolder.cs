namespace Todos;

/// <summary>The folder in which the application keeps what it is told.</summary>
[Singleton]
public sealed class DataFolder
{
    public DataFolder(IConfiguration configuration)
    {
        Path = System.IO.Path.GetFullPath(configuration["data"] ?? System.IO.Path.Combine(AppContext.BaseDirectory, "data"));
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }
}
