using Todos;

namespace Attachments;

/// <summary>Keeps one file a todo, in the data folder.</summary>
[Singleton]
public sealed class AttachmentStore(DataFolder folder)
{
    public string? Find(int todo) => File.Exists(PathOf(todo)) ? PathOf(todo) : null;

    /// <summary>Writes the file while it arrives, and puts it in its place when it is whole.</summary>
    public async Task<long> SaveAsync(int todo, Stream content, CancellationToken cancellation)
    {
        var incoming = Path.Combine(folder.Path, $"{Guid.NewGuid():N}.incoming");
        try
        {
            await using (var file = File.Create(incoming))
            {
                await content.CopyToAsync(file, cancellation);
            }

            File.Move(incoming, PathOf(todo), overwrite: true);
            return new FileInfo(PathOf(todo)).Length;
        }
        finally
        {
            File.Delete(incoming);
        }
    }

    private string PathOf(int todo) => Path.Combine(folder.Path, $"{todo}.attachment");
}
