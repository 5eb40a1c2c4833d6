using System.Globalization;

namespace HttpApp.Handlers;

/// <summary>A type with a plain TryParse: <c>3x4</c>.</summary>
public sealed class Pair
{
    public int Left { get; private init; }

    public int Right { get; private init; }

    public static bool TryParse(string? text, out Pair? pair)
    {
        pair = null;
        var parts = text?.Split('x') ?? [];
        if (parts.Length != 2
            || !int.TryParse(parts[0], CultureInfo.InvariantCulture, out var left)
            || !int.TryParse(parts[1], CultureInfo.InvariantCulture, out var right))
        {
            return false;
        }

        pair = new Pair { Left = left, Right = right };
        return true;
    }
}
