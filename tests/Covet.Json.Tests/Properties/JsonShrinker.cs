using System.Text;
using System.Text.Json;
using Covet.Json.Tests.Differential;

namespace Covet.Json.Tests.Properties;

/// <summary>Makes input smaller, the largest cuts first: FsCheck goes on with the first result that still fails.</summary>
internal static class JsonShrinker
{
    public static IEnumerable<JsonInput> Shrink(JsonInput input)
    {
        var smaller = TryParse(input.Utf8) is { } tree ? Trees(tree).Select(static t => t.Render(static () => "")) : Cuts(input.Utf8);
        return smaller.Where(utf8 => utf8.Length < input.Utf8.Length || (utf8.Length == input.Utf8.Length && utf8.AsSpan().SequenceCompareTo(input.Utf8) < 0)).Select(static utf8 => new JsonInput(utf8));
    }

    // A part instead of the whole, then the whole without one of its parts, then with a plainer token.
    private static IEnumerable<JsonTree> Trees(JsonTree tree)
    {
        foreach (var part in tree.Members.Select(static member => member.Value).Concat(tree.Items))
        {
            yield return part;
        }

        var count = tree.Nodes().Count();
        for (var i = 0; i < count; i++)
        {
            for (var part = 0; part < At(tree, i).Members.Count + At(tree, i).Items.Count; part++)
            {
                var copy = tree.Clone();
                Remove(At(copy, i), part);
                yield return copy;
            }
        }

        for (var i = 0; i < count; i++)
        {
            foreach (var token in Plainer(At(tree, i)))
            {
                var copy = tree.Clone();
                At(copy, i).Become(JsonTree.Token(token));
                yield return copy;
            }
        }
    }

    private static JsonTree At(JsonTree tree, int index) => tree.Nodes().ElementAt(index);

    private static void Remove(JsonTree node, int part)
    {
        if (part < node.Members.Count)
        {
            node.Members.RemoveAt(part);
        }
        else
        {
            node.Items.RemoveAt(part - node.Members.Count);
        }
    }

    private static string[] Plainer(JsonTree node)
    {
        var raw = Encoding.UTF8.GetString(node.Raw);
        return node.Kind switch
        {
            'o' => ["{}", "null"],
            'a' => ["[]", "null"],
            _ when raw.StartsWith('"') => ["\"\"", .. Cuts(Encoding.UTF8.GetBytes(raw[1..^1])).Select(static utf8 => "\"" + Encoding.UTF8.GetString(utf8) + "\"")],
            _ => ["0", .. Cuts(node.Raw).Select(Encoding.UTF8.GetString)],
        };
    }

    private static IEnumerable<byte[]> Cuts(byte[] utf8)
    {
        for (var length = utf8.Length / 2; length > 0; length /= 2)
        {
            for (var start = 0; start + length <= utf8.Length; start += length)
            {
                yield return [.. utf8.AsSpan(0, start), .. utf8.AsSpan(start + length)];
            }
        }
    }

    private static JsonTree? TryParse(byte[] utf8)
    {
        try
        {
            return JsonTree.Parse(utf8);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            // No JSON, or names with half a surrogate pair, which are no text.
            return null;
        }
    }
}
