using System.Text;

namespace Covet.Generators.Routing;

/// <summary>The text of a route table; equal strings stand in it once.</summary>
internal sealed class RouteTextPool
{
    private readonly StringBuilder builder = new();
    private readonly Dictionary<string, int> offsets = new(StringComparer.Ordinal);

    public int Add(string value)
    {
        if (!offsets.TryGetValue(value, out var offset))
        {
            offset = builder.Length;
            offsets.Add(value, offset);
            builder.Append(value);
        }

        return offset;
    }

    public override string ToString() => builder.ToString();
}
