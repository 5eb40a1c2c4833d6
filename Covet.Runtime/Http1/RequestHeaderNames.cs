using System.Collections.Frozen;
using Microsoft.Net.Http.Headers;

namespace Covet.Http1;

/// <summary>The spelling of known request fields: Kestrel shows those as the standards write them, however they came.</summary>
internal static class RequestHeaderNames
{
    private static readonly FrozenDictionary<string, string> Known = new[]
    {
        HeaderNames.Accept, HeaderNames.AcceptCharset, HeaderNames.AcceptEncoding, HeaderNames.AcceptLanguage, HeaderNames.AccessControlRequestHeaders,
        HeaderNames.AccessControlRequestMethod, HeaderNames.Authorization, HeaderNames.Baggage, HeaderNames.CacheControl, HeaderNames.Connection,
        HeaderNames.ContentLength, HeaderNames.ContentType, HeaderNames.Cookie, HeaderNames.CorrelationContext, HeaderNames.Date, HeaderNames.From,
        HeaderNames.GrpcAcceptEncoding, HeaderNames.GrpcEncoding, HeaderNames.GrpcTimeout, HeaderNames.Host, HeaderNames.IfMatch,
        HeaderNames.IfModifiedSince, HeaderNames.IfNoneMatch, HeaderNames.IfRange, HeaderNames.IfUnmodifiedSince, HeaderNames.KeepAlive,
        HeaderNames.MaxForwards, HeaderNames.Origin, HeaderNames.Pragma, HeaderNames.ProxyAuthorization, HeaderNames.Range, HeaderNames.Referer,
        HeaderNames.RequestId, HeaderNames.TE, HeaderNames.TraceParent, HeaderNames.TraceState, HeaderNames.Translate,
        HeaderNames.UpgradeInsecureRequests, HeaderNames.UserAgent, HeaderNames.Via, HeaderNames.Warning,
    }.ToFrozenDictionary(static name => name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The known spelling, or the name as it came.</summary>
    public static string Spell(string name) => Known.GetValueOrDefault(name, name);
}
