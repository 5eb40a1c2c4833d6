using Todos;

namespace Attachments;

/// <summary>Files that belong to todos.</summary>
[Handler("/todos/{id:int}/attachment")]
public sealed class AttachmentHandler(ITodoStore todos, AttachmentStore attachments)
{
    /// <summary>Stores a file, in the place of the one before.</summary>
    [Put]
    public async Task<Results<Ok<Attachment>, NotFound>> Upload(int id, IFormFile file, CancellationToken cancellation)
    {
        if (todos.Find(id) is null)
        {
            return TypedResults.NotFound();
        }

        await using var content = file.OpenReadStream();
        var length = await attachments.SaveAsync(id, content, cancellation);
        return TypedResults.Ok(new Attachment(id, file.FileName, length));
    }

    /// <summary>Sends the file, in parts where the client asks for them.</summary>
    [Get]
    public Results<PhysicalFileHttpResult, NotFound> Download(int id) =>
        attachments.Find(id) is { } path
            ? TypedResults.PhysicalFile(path, "application/octet-stream", $"todo-{id}", enableRangeProcessing: true)
            : TypedResults.NotFound();
}
