using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Covet.Internal;

/// <summary>The pattern of a <c>[RegularExpression]</c>: made at its first use, then kept.</summary>
/// <param name="pattern">The pattern.</param>
/// <param name="timeout">How long one match may take, in milliseconds; -1 for no limit.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ValidationPattern([StringSyntax(StringSyntaxAttribute.Regex)] string pattern, int timeout)
{
    private Regex? regex;

    /// <summary>Whether the first match is the whole value; an empty value is <c>[Required]</c>'s question.</summary>
    public bool Matches(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return true;
        }

        var expression = regex ??= new Regex(pattern, RegexOptions.None, timeout == -1 ? Regex.InfiniteMatchTimeout : TimeSpan.FromMilliseconds(timeout));
        try
        {
            foreach (var match in expression.EnumerateMatches(value))
            {
                return match.Index == 0 && match.Length == value.Length;
            }
        }
        catch (RegexMatchTimeoutException)
        {
            // A value that was made to be slow cannot be shown to match, and is the client's fault and not the server's.
        }

        return false;
    }
}
