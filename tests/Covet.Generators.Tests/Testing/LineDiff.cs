using System.Text;

namespace Covet.Generators.Tests;

/// <summary>The difference of two texts by lines, as people read it: <c>-</c> was expected, <c>+</c> was received.</summary>
internal static class LineDiff
{
    private const int Context = 2;

    public static string Between(string expected, string received)
    {
        var a = expected.Split('\n');
        var b = received.Split('\n');
        var common = LongestCommon(a, b);
        var lines = new List<(char Mark, string Text)>();
        int i = 0, j = 0;
        while (i < a.Length || j < b.Length)
        {
            if (i < a.Length && j < b.Length && a[i] == b[j])
            {
                lines.Add((' ', a[i++]));
                j++;
            }
            else if (j >= b.Length || (i < a.Length && common[i + 1, j] >= common[i, j + 1]))
            {
                lines.Add(('-', a[i++]));
            }
            else
            {
                lines.Add(('+', b[j++]));
            }
        }

        return Format(lines);
    }

    private static int[,] LongestCommon(string[] a, string[] b)
    {
        var lengths = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
        {
            for (var j = b.Length - 1; j >= 0; j--)
            {
                lengths[i, j] = a[i] == b[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        return lengths;
    }

    private static string Format(List<(char Mark, string Text)> lines)
    {
        var text = new StringBuilder();
        var lastShown = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            var near = Enumerable.Range(i - Context, (2 * Context) + 1).Any(n => n >= 0 && n < lines.Count && lines[n].Mark != ' ');
            if (!near)
            {
                continue;
            }

            if (lastShown >= 0 && i > lastShown + 1)
            {
                text.Append("  ...\n");
            }

            text.Append(lines[i].Mark).Append(' ').Append(lines[i].Text).Append('\n');
            lastShown = i;
        }

        return text.ToString();
    }
}
