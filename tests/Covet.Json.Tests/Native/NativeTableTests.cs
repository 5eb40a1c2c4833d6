using System.Diagnostics;
using Covet.Aot.Tests;
using Covet.Json.Shapes;
using Covet.Json.Tests.Differential;

namespace Covet.Json.Tests.Native;

/// <summary>The native binary reads and writes the table as the JIT does: the same outcome, errors included, for the same inputs.</summary>
public sealed class NativeTableTests(ITestOutputHelper output)
{
    private static readonly int Count = int.TryParse(Environment.GetEnvironmentVariable("COVET_JSON_COUNT"), out var count) ? count : 200;

    [Fact]
    public async Task The_native_binary_reads_and_writes_every_shape_under_all_options_as_the_JIT_does()
    {
        output.WriteLine("COVET_SEED=" + Seed.Value);
        var inputs = string.Concat(Inputs());
        using var expected = new StringWriter();
        TableRun.Run(new StringReader(inputs), expected, Cases.All.ToDictionary(static item => item.Key, static item => (Func<byte[], byte[]>)(utf8 => item.Value.Shape.Write(item.Value.Shape.Read(utf8)))));

        using var process = Process.Start(new ProcessStartInfo(await NativePublish.BinaryAsync("tests/Covet.Json.Native", "Covet.Json.Native"))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var writing = Task.Run(async () =>
        {
            await process.StandardInput.WriteAsync(inputs);
            process.StandardInput.Close();
        });
        var actual = (await process.StandardOutput.ReadToEndAsync()).Split('\n');
        await writing;
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        var wanted = expected.ToString().Split('\n');
        Assert.Equal(wanted.Length, actual.Length);
        for (var i = 0; i < wanted.Length; i++)
        {
            Assert.True(Same(wanted[i], actual[i]), $"seed {Seed.Value}, line {i}\nJIT    {wanted[i]}\nNATIVE {actual[i]}");
        }
    }

    // Where strings are hashed, as in immutable dictionaries, items stand in another order in every process.
    private static bool Same(string wanted, string actual) => wanted == actual
        || (wanted.Length == actual.Length && IsHashed(wanted) && Bytes(wanted).Order().SequenceEqual(Bytes(actual).Order()));

    private static bool IsHashed(string line) => line.Contains("Immutable", StringComparison.Ordinal) || line.Contains("Concurrent", StringComparison.Ordinal) || line.Contains("Collection", StringComparison.Ordinal);

    private static byte[] Bytes(string line)
    {
        var text = line[(line.IndexOf('\t', StringComparison.Ordinal) + 1)..].Trim();
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var written) ? bytes[..written] : System.Text.Encoding.UTF8.GetBytes(text);
    }

    private static IEnumerable<string> Inputs()
    {
        var inputs = new RandomInput(new Random(Seed.Value));
        foreach (var (name, item) in Cases.All)
        {
            for (var i = 0; i < (item.Shape is ForeignShape ? Count / 3 : Count); i++)
            {
                if (inputs.Make(item.Shape, mutate: i % 4 != 0) is { } input)
                {
                    yield return name + "\t" + Convert.ToBase64String(input) + "\n";
                }
            }
        }
    }
}
