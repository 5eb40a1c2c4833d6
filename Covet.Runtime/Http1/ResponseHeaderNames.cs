using System.Collections.Frozen;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace Covet.Http1;

/// <summary>The known response fields, in the order in which Kestrel writes them; <c>Content-Length</c> stands before all.</summary>
internal static class ResponseHeaderNames
{
    public const int Connection = 0;
    public const int ContentType = 1;
    public const int Date = 2;
    public const int Server = 3;

    /// <summary>The names.</summary>
    public static readonly string[] All =
    [
        HeaderNames.Connection, HeaderNames.ContentType, HeaderNames.Date, HeaderNames.Server, HeaderNames.AcceptRanges,
        HeaderNames.AccessControlAllowCredentials, HeaderNames.AccessControlAllowHeaders, HeaderNames.AccessControlAllowMethods,
        HeaderNames.AccessControlAllowOrigin, HeaderNames.AccessControlExposeHeaders, HeaderNames.AccessControlMaxAge, HeaderNames.Age,
        HeaderNames.Allow, HeaderNames.AltSvc, HeaderNames.CacheControl, HeaderNames.ContentEncoding, HeaderNames.ContentLanguage,
        HeaderNames.ContentLocation, HeaderNames.ContentMD5, HeaderNames.ContentRange, HeaderNames.ETag, HeaderNames.Expires,
        HeaderNames.GrpcEncoding, HeaderNames.KeepAlive, HeaderNames.LastModified, HeaderNames.Location, HeaderNames.Pragma,
        HeaderNames.ProxyAuthenticate, HeaderNames.ProxyConnection, HeaderNames.RetryAfter, HeaderNames.SetCookie, HeaderNames.Trailer,
        HeaderNames.TransferEncoding, HeaderNames.Upgrade, HeaderNames.Vary, HeaderNames.Via, HeaderNames.Warning, HeaderNames.WWWAuthenticate,
    ];

    /// <summary>Each name as it stands in an answer: after the line break before it, with the colon.</summary>
    public static readonly byte[][] Prefixes = Array.ConvertAll(All, static name => Encoding.ASCII.GetBytes($"\r\n{name}: "));

    public static readonly int TransferEncoding = Array.IndexOf(All, HeaderNames.TransferEncoding);
    public static readonly int Location = Array.IndexOf(All, HeaderNames.Location);
    public static readonly int SetCookie = Array.IndexOf(All, HeaderNames.SetCookie);
    public static readonly int Allow = Array.IndexOf(All, HeaderNames.Allow);

    private static readonly FrozenDictionary<string, int> Indices = MakeIndices();

    /// <summary>The place of a name in <see cref="All"/>, or -1.</summary>
    public static int IndexOf(string name) => Indices.TryGetValue(name, out var index) ? index : -1;

    private static FrozenDictionary<string, int> MakeIndices()
    {
        var indices = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < All.Length; i++)
        {
            indices.Add(All[i], i);
        }

        return indices.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
