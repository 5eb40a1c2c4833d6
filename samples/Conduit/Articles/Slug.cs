using System.Security.Cryptography;
using System.Text;

namespace Conduit.Articles;

/// <summary>An article's name in addresses.</summary>
internal static class Slug
{
    private const int LongestFromTitle = 80;

    /// <summary>The letters and digits of a title in lower case, with one dash for all that lies between them.</summary>
    public static string From(string title)
    {
        var slug = new StringBuilder(title.Length);
        foreach (var rune in title.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                slug.Append(Rune.ToLowerInvariant(rune).ToString());
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }

            if (slug.Length >= LongestFromTitle)
            {
                break;
            }
        }

        var text = slug.ToString().Trim('-');
        return text.Length == 0 ? "article" : text;
    }

    /// <summary>The same for a title that another article has too.</summary>
    public static string Distinct(string title) => From(title) + "-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
}
