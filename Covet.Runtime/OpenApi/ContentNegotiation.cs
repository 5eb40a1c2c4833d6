using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Covet.Internal;

/// <summary>Chooses a content coding (RFC 9110, section 12.5.3) and compares entity tags (section 13.1.2).</summary>
internal static class ContentNegotiation
{
    /// <summary>The coding with the highest weight; gzip before none where they are equal.</summary>
    public static ContentCoding ChooseCoding(StringValues acceptEncoding)
    {
        if (acceptEncoding.Count == 0 || !StringWithQualityHeaderValue.TryParseList(acceptEncoding, out var codings))
        {
            return ContentCoding.Identity;
        }

        var any = Weight(codings, "*") ?? 0;
        var gzip = Weight(codings, "gzip") ?? Weight(codings, "x-gzip") ?? any;

        // A coding that is not named is acceptable as identity, at the lowest preference.
        var identity = Weight(codings, "identity") ?? 0;
        return gzip <= 0 || identity > gzip ? ContentCoding.Identity : ContentCoding.Gzip;
    }

    /// <summary>Whether one of the client's tags is the entity's, by weak comparison.</summary>
    public static bool IsNotModified(StringValues ifNoneMatch, string entityTag)
    {
        if (ifNoneMatch.Count == 0 || !EntityTagHeaderValue.TryParseList(ifNoneMatch, out var tags))
        {
            return false;
        }

        foreach (var tag in tags)
        {
            if (tag.Tag.Equals("*", StringComparison.Ordinal) || tag.Tag.Equals(entityTag, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static double? Weight(IList<StringWithQualityHeaderValue> codings, string name)
    {
        foreach (var coding in codings)
        {
            if (coding.Value.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return coding.Quality ?? 1;
            }
        }

        return null;
    }
}
