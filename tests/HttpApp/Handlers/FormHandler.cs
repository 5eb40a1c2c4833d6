namespace HttpApp.Handlers;

/// <summary>Forms and files.</summary>
[Handler("/form")]
public sealed class FormHandler
{
    [Post("fields")]
    public string Fields([FromForm] string name, [FromForm] int age, [FromForm] string[]? tag = null) => $"{name} {age} {string.Join('|', tag ?? [])}";

    [Post("checked")]
    public string Checked([FromForm, Required, StringLength(5)] string name) => name;

    [Post("object")]
    public string Object([FromForm] Signup signup) => $"{signup.Name} {signup.Age} {signup.Colour?.ToString() ?? "-"} {string.Join('|', signup.Tags ?? [])}";

    [Post("file")]
    public async Task<string> File(IFormFile file, [FromForm] string? note, CancellationToken cancellation)
    {
        using var reader = new StreamReader(file.OpenReadStream());
        return $"{file.FileName} {file.ContentType} {await reader.ReadToEndAsync(cancellation)} {note ?? "-"}";
    }

    [Post("file-or-null")]
    public string FileOrNull(IFormFile? file = null) => file?.FileName ?? "null";

    [Post("files")]
    public string Files(IFormFileCollection files) => string.Join('|', files.Select(f => f.FileName));

    [Post("all")]
    public string All(IFormCollection form) => string.Join('|', form.Select(f => $"{f.Key}={f.Value}"));

    [Post("large")]
    [RequestSizeLimit(200_000_000)]
    [RequestFormLimits(MultipartBodyLengthLimit = 200_000_000)]
    public async Task<long> Large(IFormFile file, CancellationToken cancellation)
    {
        await using var content = file.OpenReadStream();
        var buffer = new byte[81920];
        long total = 0;
        for (int read; (read = await content.ReadAsync(buffer, cancellation)) > 0;)
        {
            total += read;
        }

        return total;
    }

    [Post("small")]
    [RequestSizeLimit(1000)]
    public string Small(Echo echo) => echo.Text;
}
