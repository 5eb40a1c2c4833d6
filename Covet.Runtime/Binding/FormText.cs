using Microsoft.Extensions.Primitives;

namespace Covet.Internal;

/// <summary>Reads the fields and files of a form.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class FormText
{
    /// <summary>The value of a field; several are joined by commas, as ASP.NET Core does.</summary>
    public static TextValue Get(IFormCollection form, string name) =>
        form.TryGetValue(name, out var values) ? new TextValue(values.ToString(), values.Count > 1) : default;

    /// <summary>All values of a field, in order.</summary>
    public static StringValues GetAll(IFormCollection form, string name) => form[name];

    /// <summary>A file that must be there.</summary>
    public static IFormFile RequiredFile(IFormCollection form, string name, ref RequestErrors? errors)
    {
        var file = form.Files.GetFile(name);
        if (file is null)
        {
            Bind.Missing(name, "file", ref errors);
        }

        return file!;
    }
}
