using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Covet.Analyzers.Tests;

/// <summary>Source in which <c>[|...|]</c> marks the places of findings.</summary>
internal static class Markup
{
    public static (string Source, IReadOnlyList<TextSpan> Spans) Parse(string marked)
    {
        var source = new StringBuilder();
        var open = new Stack<int>();
        var spans = new List<TextSpan>();
        for (var i = 0; i < marked.Length; i++)
        {
            if (i + 1 < marked.Length && marked[i] == '[' && marked[i + 1] == '|')
            {
                open.Push(source.Length);
                i++;
            }
            else if (i + 1 < marked.Length && marked[i] == '|' && marked[i + 1] == ']' && open.Count > 0)
            {
                spans.Add(TextSpan.FromBounds(open.Pop(), source.Length));
                i++;
            }
            else
            {
                source.Append(marked[i]);
            }
        }

        Assert.Empty(open);
        return (source.ToString(), [.. spans.OrderBy(s => s.Start).ThenBy(s => s.End)]);
    }
}
