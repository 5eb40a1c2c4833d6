using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Covet.Runtime.Tests.Security;

namespace Covet.Aot.Tests;

/// <summary>What the security suites share: the application's keys, logins, and answers that can be held against each other.</summary>
public abstract partial class SecurityRequests(HttpHost host) : HttpSuite(host)
{
    /// <summary>The tests say so where a cookie or a password is for TLS alone; the application believes its neighbours.</summary>
    protected static readonly (string Name, string Value) Secure = ("X-Forwarded-Proto", "https");

    internal static TestClock Clock() => new() { Now = DateTimeOffset.UtcNow };

    internal async Task<AttackKeys> KeysAsync()
    {
        var json = (await GetAsync("/security/keys")).Json;
        var rsa = RSA.Create();
        rsa.ImportFromPem(json.GetProperty("rsaPem").GetString());
        var ec = ECDsa.Create();
        ec.ImportFromPem(json.GetProperty("ecPem").GetString());
        return new AttackKeys(JwtKey.FromBase64Secret(json.GetProperty("secret").GetString()!, JwtAlgorithm.HS256, "hmac"), rsa, ec, 3600);
    }

    internal static string TokenOf(AttackKeys keys, string subject) => TestTokens.Sign(
        keys.Hmac,
        """{"alg":"HS256"}""",
        $$"""{"iss":"{{TestTokens.Issuer}}","aud":"{{TestTokens.Audience}}","sub":"{{subject}}","exp":{{Clock().Seconds + 60}}}""");

    internal static (string Name, string Value) Bearer(string token) => ("Authorization", "Bearer " + token);

    /// <summary>All that a caller learns from an answer: its status, every header but the date, and its body but for the number of the request.</summary>
    protected static string Answer(Reply reply)
    {
        var headers = reply.Headers.Concat(reply.ContentHeaders)
            .Where(h => h.Key != "Date")
            .Select(h => $"{h.Key}: {string.Join('|', h.Value)}")
            .Order(StringComparer.Ordinal);
        return $"{reply.Status}\n{string.Join('\n', headers)}\n\n{TraceId().Replace(reply.Body, "")}";
    }

    /// <summary>The same of an answer as it came over the wire.</summary>
    protected static string Answer(string raw) => Date().Replace(TraceId().Replace(raw, ""), "");

    /// <summary>Sends bytes as they are and reads until the server closes.</summary>
    protected async Task<string> RawAsync(string request)
    {
        await using var connection = await RawConnection.OpenAsync(BaseAddress);
        await connection.SendAsync(request);
        return await connection.ReadToEndAsync();
    }

    /// <summary>A GET over the wire, with lines of headers that may be anything.</summary>
    protected Task<string> RawGetAsync(string path, string headers) =>
        RawAsync($"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{headers}\r\n\r\n");

    protected static int StatusOf(string raw) => raw.Length == 0 ? 0 : int.Parse(raw.AsSpan(9, 3));

    protected static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    /// <summary>The cookie that an answer sets, as a client sends it.</summary>
    protected static string CookieOf(Reply reply, string name) =>
        reply.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith(name + "=", StringComparison.Ordinal)).Split(';')[0];

    /// <summary>What was logged under Covet's names since the last call.</summary>
    protected async Task<List<string>> TakeLogAsync() =>
        [.. (await GetAsync("/diagnostics/refusals")).Json.EnumerateArray().Select(line => line.GetString()!)];

    [GeneratedRegex("\"traceId\":\"[^\"]*\"")]
    protected static partial Regex TraceId();

    [GeneratedRegex("Date: [^\r]*\r\n")]
    private static partial Regex Date();
}
