using System.Text;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Covet.Runtime.Tests.Http1;

/// <summary>Covet's HTTP/1.1 answers what Kestrel's answers, byte for byte.</summary>
public sealed class Http1DifferentialTests
{
    [Fact]
    public async Task Every_operation_has_the_same_answer()
    {
        await using var covet = await DifferentialHost.StartAsync("Covet");
        await using var kestrel = await DifferentialHost.StartAsync("Kestrel");
        var differences = new List<string>();
        foreach (var operation in DifferentialApp.Operations)
        {
            var own = new List<string>();
            foreach (var method in new[] { "GET", "HEAD", "POST" })
            {
                for (var argument = 0; argument < 8; argument++)
                {
                    foreach (var query in new[] { "", "?yield" })
                    {
                        var body = method == "POST" ? "Content-Length: 6\r\n\r\nabcdef" : "\r\n";
                        var request = $"{method} /{operation}/{argument}{query} HTTP/1.1\r\nHost: a\r\nX-A: b\r\n{body}GET /text HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
                        await CompareAsync(covet, kestrel, [Encoding.Latin1.GetBytes(request)], own);
                    }
                }
            }

            differences.AddRange(own.Take(3));
        }

        Assert.True(differences.Count == 0, $"{differences.Count}\n" + string.Join("\n=====\n", differences.Take(40)));
    }

    [Fact]
    public async Task Generated_batches_have_the_same_answers()
    {
        var seed = Seed.Value;
        var first = Environment.GetEnvironmentVariable("COVET_HTTP1_FIRST") is { } from ? int.Parse(from) : 0;
        var count = Environment.GetEnvironmentVariable("COVET_HTTP1_INPUTS") is { } inputs ? int.Parse(inputs) : 4000;
        TestContext.Current.SendDiagnosticMessage("seed {0}", seed);
        await using var covet = await DifferentialHost.StartAsync("Covet", configure: Hasten);
        await using var kestrel = await DifferentialHost.StartAsync("Kestrel", configure: Hasten);
        var differences = new List<string>();
        await Parallel.ForEachAsync(Enumerable.Range(first, count), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (number, _) =>
        {
            if (differences.Count < 10)
            {
                await CompareAsync(covet, kestrel, new RequestGenerator(unchecked(seed + (number * 7919))).Next(), differences, number);
            }
        });

        Assert.True(differences.Count == 0, $"seed {seed}\n" + string.Join("\n=====\n", differences));
    }

    // A message that was announced too long ends with a timeout.
    private static void Hasten(KestrelServerOptions options)
    {
        options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(2);
        options.Limits.MinRequestBodyDataRate = new MinDataRate(1e6, TimeSpan.FromSeconds(2));
    }

    private static async Task CompareAsync(DifferentialHost covet, DifferentialHost kestrel, byte[][] pieces, List<string> differences, int number = 0)
    {
        var answers = await Task.WhenAll(covet.ExchangeAsync(pieces), kestrel.ExchangeAsync(pieces));
        var ends = Array.ConvertAll(answers, static a => a.Replace(DifferentialHost.Reset, "", StringComparison.Ordinal));
        if (ends[0] != ends[1] && !((Aborts(pieces) || answers.Any(static a => a.EndsWith(DifferentialHost.Reset, StringComparison.Ordinal))) && IsPrefix(ends[0], ends[1])))
        {
            var report = $"number {number}, sent: {string.Join(" || ", pieces.Select(static p => Show(Encoding.Latin1.GetString(p))))}\n--- covet\n{Show(answers[0])}\n--- kestrel\n{Show(answers[1])}";
            lock (differences)
            {
                differences.Add(report);
            }
        }
    }

    private static bool Aborts(byte[][] pieces)
    {
        var sent = Encoding.Latin1.GetString([.. pieces.SelectMany(static p => p)]);
        return sent.Contains("/abort", StringComparison.Ordinal) || sent.Contains("/pipeend", StringComparison.Ordinal);
    }

    // How much of earlier answers has come when the application aborts the connection, or the server has no use for the rest
    // of what was sent and resets it, is a matter of luck.
    private static bool IsPrefix(string a, string b) => a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal);

    private static string Show(string text) =>
        text.Length > 3000 ? Show(text[..1500]) + $"...{text.Length}..." + Show(text[^1000..]) : text.Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
