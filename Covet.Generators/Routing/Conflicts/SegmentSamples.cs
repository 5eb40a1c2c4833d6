using System.Globalization;
using System.Text;
using Covet.Generators.Model;

namespace Covet.Generators.Routing.Conflicts;

/// <summary>Texts that may satisfy the constraints of two segments at once: of every type, at every bound and length.</summary>
internal static class SegmentSamples
{
    private const int MostSamples = 5000;
    private const int LongestSample = 256;

    // No GUID of 32 decimal digits: it is an int too, and {id:int} beside {id:guid} is what people mean to write.
    private static readonly string[] Basic =
    [
        "a", "1", "0", "-1", "12", "123", "1234", "12345", "ab", "abc", "abcd", "abcde", "a1", "a-b", "a_b", "a.b", "a.txt", "1.5", "0.5", "1,000",
        "true", "false", "2020-01-01", "2020-01-01T00:00:00Z", "en-US", "0f8fad5b-d9cb-469f-a165-70867728950e", "0f8fad5bd9cb469fa16570867728950e",
        "9999999999", "1e5", "A",
    ];

    public static IEnumerable<string> Of(RouteSegmentSpec first, RouteSegmentSpec second)
    {
        var values = new List<string>(Basic);
        var constraints = first.Parts.Concat(second.Parts).SelectMany(static part => part.Constraints).ToList();
        foreach (var constraint in constraints)
        {
            AddBounds(values, constraint.Minimum);
            AddBounds(values, constraint.Maximum);
            AddWords(values, constraint.Pattern);
        }

        foreach (var length in constraints.SelectMany(static constraint => Lengths(constraint)).Distinct().ToList())
        {
            values.Add(new string('a', length));
            values.AddRange(Basic.Where(text => text.Length < length && text.All(char.IsDigit)).Select(text => text.PadLeft(length, '0')).ToList());
            values.Add("1." + new string('0', Math.Max(0, length - 2)));
        }

        var all = values.Distinct(StringComparer.Ordinal).ToList();
        if (first.IsSimple && second.IsSimple)
        {
            return all;
        }

        // What fills one is tried as the value of a parameter of the other, so that "a{x}" meets "{y}b" in "aab".
        var inFirst = Fill(first, all).Take(MostSamples).ToList();
        var inSecond = Fill(second, all).Take(MostSamples).ToList();
        var small = inFirst.Take(200).Concat(inSecond.Take(200)).ToList();
        return all.Concat(inFirst).Concat(inSecond).Concat(Fill(first, small).Take(MostSamples)).Concat(Fill(second, small).Take(MostSamples));
    }

    private static void AddBounds(List<string> values, long? bound)
    {
        if (bound is { } value)
        {
            values.Add(value.ToString(CultureInfo.InvariantCulture));
            values.Add(unchecked(value + 1).ToString(CultureInfo.InvariantCulture));
            values.Add(unchecked(value - 1).ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>The words of a regular expression are likely among what it matches: <c>^(draft|final)$</c>.</summary>
    private static void AddWords(List<string> values, string? pattern)
    {
        var word = new StringBuilder();
        foreach (var c in (pattern ?? "") + "|")
        {
            if (char.IsLetterOrDigit(c) || c is '-' or '_')
            {
                word.Append(c);
                continue;
            }

            if (word.Length > 0)
            {
                values.Add(word.ToString());
                values.Add(word + "1");
                word.Clear();
            }
        }
    }

    private static IEnumerable<int> Lengths(RouteConstraintSpec constraint) =>
        constraint.Name is "minlength" or "maxlength" or "length"
            ? new[] { constraint.Minimum, constraint.Maximum }.Where(static bound => bound is > 0 and <= LongestSample).Select(static bound => (int)bound!.Value)
            : [];

    /// <summary>The segment's text with every parameter replaced by values, the first parameter by each, the others by each in turn.</summary>
    private static IEnumerable<string> Fill(RouteSegmentSpec segment, List<string> values)
    {
        if (segment.IsSimple)
        {
            yield break;
        }

        for (var step = 0; step < 8; step++)
        {
            for (var i = 0; i < values.Count; i++)
            {
                var text = new StringBuilder();
                var place = 0;
                foreach (var part in segment.Parts)
                {
                    text.Append(part.IsParameter ? values[(i + (step * place++)) % values.Count] : part.Text);
                }

                yield return text.ToString();
            }
        }
    }
}
