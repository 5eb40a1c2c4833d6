using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Covet.Internal;

/// <summary>Reads the query (RFC 3986, section 3.4) without making a dictionary of it; keys compare without regard to case.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class QueryText
{
    /// <summary>The value of a key; several values are joined by commas, as ASP.NET Core does.</summary>
    public static TextValue Get(HttpContext context, string name)
    {
        var query = context.Request.QueryString.Value;
        if (string.IsNullOrEmpty(query))
        {
            return default;
        }

        var found = default(ReadOnlyMemory<char>);
        var any = false;
        foreach (var pair in new QueryStringEnumerable(query))
        {
            if (!Is(pair, name))
            {
                continue;
            }

            if (any)
            {
                return new TextValue(GetAll(context, name).ToString(), repeated: true);
            }

            found = pair.DecodeValue();
            any = true;
        }

        return any ? new TextValue(found.Span) : default;
    }

    /// <summary>All values of a key, in order.</summary>
    public static StringValues GetAll(HttpContext context, string name)
    {
        var values = StringValues.Empty;
        var query = context.Request.QueryString.Value;
        if (string.IsNullOrEmpty(query))
        {
            return values;
        }

        List<string>? more = null;
        foreach (var pair in new QueryStringEnumerable(query))
        {
            if (!Is(pair, name))
            {
                continue;
            }

            var value = pair.DecodeValue().ToString();
            if (values.Count == 0)
            {
                values = value;
            }
            else
            {
                more ??= [values[0]!];
                more.Add(value);
            }
        }

        return more is null ? values : more.ToArray();
    }

    private static bool Is(QueryStringEnumerable.EncodedNameValuePair pair, string name)
    {
        var encoded = pair.EncodedName.Span;
        if (encoded.Equals(name, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        // A key is decoded only where it can be an encoding of the name: it is longer then, or has a plus for a space.
        return encoded.ContainsAny('%', '+') && pair.DecodeName().Span.Equals(name, StringComparison.OrdinalIgnoreCase);
    }
}
