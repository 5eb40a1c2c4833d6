using Microsoft.Extensions.Primitives;

namespace Covet;

/// <summary>
/// The headers of an answer that are given again: those that the endpoint set or changed. What stood there before it is middleware's,
/// which sets it for the retry too.
/// </summary>
internal sealed class IdempotentHeaders(HttpResponse response)
{
    // What belongs to one exchange is not part of the answer; a cookie that was set once must not be set again, as it may be a login.
    private static readonly HashSet<string> OfOneExchange = new(StringComparer.OrdinalIgnoreCase)
    {
        "Date", "Server", "Connection", "Transfer-Encoding", "Content-Length", "Set-Cookie", "Server-Timing",
    };

    private readonly Dictionary<string, StringValues> before = new(response.Headers, StringComparer.OrdinalIgnoreCase);

    /// <summary>What was set or changed since this was made.</summary>
    public List<KeyValuePair<string, string>> Changed() =>
    [
        .. response.Headers
            .Where(h => !OfOneExchange.Contains(h.Key)
                && !h.Key.StartsWith("RateLimit", StringComparison.OrdinalIgnoreCase)
                && !(before.TryGetValue(h.Key, out var old) && old == h.Value))
            .SelectMany(h => h.Value.Select(v => new KeyValuePair<string, string>(h.Key, v ?? ""))),
    ];

    /// <summary>Gives headers to another answer, in place of those of their names that it has.</summary>
    public static void Replay(HttpResponse response, IReadOnlyList<KeyValuePair<string, string>> headers)
    {
        foreach (var values in headers.GroupBy(static h => h.Key, static h => h.Value, StringComparer.OrdinalIgnoreCase))
        {
            response.Headers[values.Key] = values.ToArray();
        }
    }
}
