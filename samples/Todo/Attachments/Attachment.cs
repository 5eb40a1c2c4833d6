namespace Attachments;

/// <summary>A file that was stored.</summary>
/// <param name="Todo">The number of the todo that it belongs to.</param>
/// <param name="FileName">The name that it had at the client's.</param>
/// <param name="Length">Its length in bytes.</param>
public sealed record Attachment(int Todo, string FileName, long Length);
