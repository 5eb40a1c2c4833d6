using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Tests;

/// <summary>What the generator reports, as a person reads it: the line, what of it is meant, and the message.</summary>
internal static class Refusals
{
    public static string Describe(IEnumerable<Diagnostic> diagnostics)
    {
        var text = new StringBuilder();
        foreach (var diagnostic in diagnostics.OrderBy(d => d.Location.SourceSpan.Start).ThenBy(d => d.Id, StringComparer.Ordinal).ThenBy(d => d.GetMessage(CultureInfo.InvariantCulture), StringComparer.Ordinal))
        {
            if (diagnostic.Location.SourceTree is { } tree)
            {
                var start = diagnostic.Location.GetLineSpan().StartLinePosition;
                var line = tree.GetText().Lines[start.Line].ToString();
                var length = Math.Max(1, Math.Min(diagnostic.Location.SourceSpan.Length, line.Length - start.Character));
                text.Append("  ").Append(line.Replace('\t', ' ')).Append('\n').Append(' ', 2 + start.Character).Append('^', length).Append('\n');
            }

            text.Append(diagnostic.Severity.ToString().ToLowerInvariant()).Append(' ').Append(diagnostic.Id).Append(": ").Append(diagnostic.GetMessage(CultureInfo.InvariantCulture)).Append('\n');
        }

        return text.Length == 0 ? "nothing is reported\n" : text.ToString();
    }
}
