using System.Text;

namespace Covet.Runtime.Tests.Http1;

/// <summary>Makes what clients send: well-formed batches, odd ones, and attacks on the framing of messages.</summary>
internal sealed class RequestGenerator(int seed)
{
    // The last one makes the server close; more of them, so that a body that was announced too long has something to swallow.
    private const string End = "GET /text HTTP/1.1\r\nHost: end\r\nConnection: close\r\n\r\n";

    private static readonly string[] Methods = ["GET", "GET", "GET", "GET", "POST", "POST", "PUT", "HEAD", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "FOO", "get", "GE T", ""];
    private static readonly string[] Targets = ["/a%20b", "/a%2Fb", "/%zz", "/..", "/a/../b", "/a/./b", "/a%2e%2e/x", "/%c3%a4", "/%ff", "/%00", "/a#b", "/a?b?c=%20", "*", "http://a/text", "http://b/text", "a:80", "//x//y", "/a\\b", "/?", "/ä", "/a\tb", "/%25", "/%2f%2F", "/text;x=1", "/%7f", "/.", "/...", "/.a"];
    private static readonly string[] Fields =
    [
        "User-Agent: test", "user-agent: TEST/1.0 (x; y)", "Accept: */*", "X-A: 1", "x-a: 2", "X-A:3", "X-Empty:", "X-Space:   v  \t ", "Cookie: a=b; c=d", "Cookie: e=f",
        "Connection: keep-alive", "Connection: Keep-Alive", "Authorization: Bearer abc", "Content-Type: text/plain", "If-None-Match: \"x\"", "traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "Accept-Encoding: gzip, br", "X-Long: 0123456789012345678901234567890123456789012345678901234567890123456789", "Via: 1.1 x", "TE: trailers", "Range: bytes=0-1",
    ];

    private static readonly string[] HostileFields =
    [
        "Transfer-Encoding: chunked", "Transfer-Encoding: identity", "Transfer-Encoding : chunked", "Transfer-Encoding: gzip, chunked", "Transfer-Encoding:\tchunked", "Content-Length: 5", "Content-Length: +5", "Content-Length: 0x5",
        "Content-Length: 05", "Content-Length: 5, 5", "Content-Length: 5 5", "Content-Length:", "Content-Length: -1", "Content-Length: 99999999999999999999", "content-length: 3", "Host: b", "Host: a b", "Host: [::1]:80", "Host: a:99999999", "Host:",
        " folded", "\tfolded: x", "X-A: a\0b", "X-A: ä", "X A: 1", ": empty", "NoColon", "X-A\t: 1", "X-A: a\rb", "X-A: a\nb", "Expect: 100-continue", "Expect: x", "Upgrade: websocket", "Upgrade: h2c",
        "Connection: close", "Connection: Close, x", "Connection: upgrade", "Connection: keep-alive, close", "Connection:", "Keep-Alive: 5", "HTTP2-Settings: AAMAAABkAAQAAP__", "X-Ctl: \u0001", "X-Del: \u007f", "{: x", "X-(: x",
    ];

    private static readonly string[] Versions = ["HTTP/1.1", "HTTP/1.1", "HTTP/1.1", "HTTP/1.0", "HTTP/1.2", "HTTP/2.0", "http/1.1", "HTTP/1.1 ", "HTTP/11"];

    private readonly Random random = new(seed);

    /// <summary>A batch in the pieces in which it is sent.</summary>
    public byte[][] Next()
    {
        var text = new StringBuilder();
        var kind = random.Next(10);
        var count = 1 + random.Next(random.Next(2) == 0 ? 2 : 8);
        for (var i = 0; i < count; i++)
        {
            text.Append(kind < 5 || (kind < 8 && i + 1 < count) ? WellFormed() : Odd());
            if (random.Next(12) == 0)
            {
                // The same once more: what a connection remembers is used.
                var before = text.ToString();
                text.Append(before[..Math.Min(before.Length, 4000)]);
            }
        }

        for (var i = 0; i < 4; i++)
        {
            text.Append(End);
        }

        var bytes = Encoding.Latin1.GetBytes(text.ToString());
        return random.Next(4) == 0 ? Mutated(bytes) : Split(bytes);
    }

    private string WellFormed()
    {
        var method = Methods[random.Next(11)];
        var operation = DifferentialApp.Operations[random.Next(DifferentialApp.Operations.Length)];
        var target = $"/{operation}/{random.Next(600)}{(random.Next(3) == 0 ? "?yield" : "")}";
        var body = method is "POST" or "PUT" or "PATCH" || random.Next(15) == 0 ? new string((char)('a' + random.Next(26)), random.Next(random.Next(20) == 0 ? 20_000 : 40)) : null;
        return Compose(method, target, "HTTP/1.1", Pick(Fields, random.Next(5)), body);
    }

    private string Odd()
    {
        var method = Methods[random.Next(Methods.Length)];
        var target = random.Next(2) == 0 ? Targets[random.Next(Targets.Length)] : $"/{DifferentialApp.Operations[random.Next(DifferentialApp.Operations.Length)]}";
        var fields = Pick(Fields, random.Next(3)).Concat(Pick(HostileFields, random.Next(3))).ToList();
        var chunked = random.Next(4) == 0;
        if (chunked)
        {
            fields.Add("Transfer-Encoding: chunked");
            return Compose("POST", target, "HTTP/1.1", fields, null) + Chunks();
        }

        var text = Compose(method, target, Versions[random.Next(Versions.Length)], fields, random.Next(2) == 0 ? "body" : null);
        return random.Next(8) switch
        {
            0 => text.Replace("\r\n", "\n", StringComparison.Ordinal),
            1 => text.Replace("Host: a\r\n", "", StringComparison.Ordinal),
            2 => text.Replace("Content-Length: 4", $"Content-Length: {random.Next(100)}", StringComparison.Ordinal),
            3 => "\r\n" + text,
            4 => text.Replace(' ', random.Next(2) == 0 ? '\t' : '\0'),
            _ => text,
        };
    }

    private string Chunks() => random.Next(5) switch
    {
        0 => "5\r\nhello\r\n0\r\n\r\n",
        1 => "5;ext=1\r\nhello\r\n3\r\nabc\r\n0\r\nTrailer: x\r\n\r\n",
        2 => "0\r\n\r\n",
        3 => "5\r\nhel\r\n0\r\n\r\n",
        _ => "zz\r\nhello\r\n",
    };

    private static string Compose(string method, string target, string version, IEnumerable<string> fields, string? body)
    {
        var all = fields.Prepend("Host: a");
        if (body is not null)
        {
            all = all.Append($"Content-Length: {body.Length}");
        }

        return $"{method} {target} {version}\r\n{string.Concat(all.Select(static f => f + "\r\n"))}\r\n{body}";
    }

    private List<string> Pick(string[] from, int count) => [.. Enumerable.Range(0, count).Select(_ => from[random.Next(from.Length)])];

    // A byte changed, left out or put in, before the end that makes the server close.
    private byte[][] Mutated(byte[] bytes)
    {
        var list = bytes.ToList();
        for (var i = 1 + random.Next(3); i > 0; i--)
        {
            var at = random.Next(list.Count - (4 * End.Length));
            switch (random.Next(3))
            {
                case 0:
                    list[at] = (byte)(random.Next(2) == 0 ? random.Next(256) : "\r\n :\t/,"[random.Next(7)]);
                    break;
                case 1:
                    list.RemoveAt(at);
                    break;
                default:
                    list.Insert(at, (byte)"\r\n :\t0"[random.Next(6)]);
                    break;
            }

            if (list.Count <= (4 * End.Length) + 1)
            {
                break;
            }
        }

        return Split([.. list]);
    }

    private byte[][] Split(byte[] bytes)
    {
        if (random.Next(2) == 0)
        {
            return [bytes];
        }

        var cuts = Enumerable.Range(0, 1 + random.Next(4)).Select(_ => random.Next(bytes.Length)).Append(0).Append(bytes.Length).Distinct().Order().ToArray();
        return [.. cuts.Zip(cuts.Skip(1), (from, to) => bytes[from..to])];
    }
}
