using System.Text;
using System.Text.Json;

namespace Covet.Json.Tests.Differential;

/// <summary>JSON as a tree of raw tokens, so that a mutation can put anything in place of anything.</summary>
internal sealed class JsonTree
{
    public char Kind { get; set; } = 'v';

    public byte[] Raw { get; set; } = [];

    public List<(byte[] Name, JsonTree Value)> Members { get; } = [];

    public List<JsonTree> Items { get; } = [];

    public static JsonTree Token(string raw) => new() { Raw = Encoding.UTF8.GetBytes(raw) };

    public static JsonTree Parse(byte[] json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 1000 });
        return From(document.RootElement);
    }

    public JsonTree Clone()
    {
        var copy = new JsonTree { Kind = Kind, Raw = Raw };
        copy.Members.AddRange(Members.Select(static m => (m.Name, m.Value.Clone())));
        copy.Items.AddRange(Items.Select(static i => i.Clone()));
        return copy;
    }

    public void Become(JsonTree other)
    {
        var copy = other.Clone();
        (Kind, Raw) = (copy.Kind, copy.Raw);
        Members.Clear();
        Members.AddRange(copy.Members);
        Items.Clear();
        Items.AddRange(copy.Items);
    }

    public IEnumerable<JsonTree> Nodes() => Members.SelectMany(static m => m.Value.Nodes()).Concat(Items.SelectMany(static i => i.Nodes())).Prepend(this);

    /// <summary>The text; <paramref name="space"/> gives what stands between tokens.</summary>
    public byte[] Render(Func<string> space)
    {
        using var stream = new MemoryStream();
        Render(stream, space);
        return stream.ToArray();
    }

    private static JsonTree From(JsonElement element)
    {
        var tree = new JsonTree();
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                tree.Kind = 'o';
                foreach (var property in element.EnumerateObject())
                {
                    tree.Members.Add((JsonSerializer.SerializeToUtf8Bytes(property.Name), From(property.Value)));
                }

                break;
            case JsonValueKind.Array:
                tree.Kind = 'a';
                tree.Items.AddRange(element.EnumerateArray().Select(From));
                break;
            default:
                tree.Raw = Encoding.UTF8.GetBytes(element.GetRawText());
                break;
        }

        return tree;
    }

    private void Render(MemoryStream stream, Func<string> space)
    {
        void Put(string text) => stream.Write(Encoding.UTF8.GetBytes(text));

        Put(space());
        switch (Kind)
        {
            case 'o':
                Put("{");
                for (var i = 0; i < Members.Count; i++)
                {
                    Put(i > 0 ? "," + space() : space());
                    stream.Write(Members[i].Name);
                    Put(space() + ":");
                    Members[i].Value.Render(stream, space);
                }

                Put("}");
                break;
            case 'a':
                Put("[");
                for (var i = 0; i < Items.Count; i++)
                {
                    Put(i > 0 ? "," : "");
                    Items[i].Render(stream, space);
                }

                Put("]");
                break;
            default:
                stream.Write(Raw);
                break;
        }

        Put(space());
    }
}
