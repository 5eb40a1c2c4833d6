using System.Text;

namespace Covet.Generators.Emit.Json;

/// <summary>Gathers neighbouring constants of the output, so that one copy writes them.</summary>
internal sealed class JsonConstantWriter(SourceWriter source)
{
    private readonly StringBuilder pending = new();

    public JsonConstantWriter Add(string json)
    {
        pending.Append(json);
        return this;
    }

    /// <summary>Writes what has been gathered; to be called before whatever writes by itself.</summary>
    public void Flush()
    {
        if (pending.Length > 0)
        {
            source.Line(Raw(pending.ToString()));
            pending.Clear();
        }
    }

    public static string Raw(string json) =>
        json.Length == 1 ? "writer.WriteRaw((byte)'" + (json == "'" ? "\\'" : json) + "');" : "writer.WriteRaw(" + Literals.Utf8(json) + ");";
}
