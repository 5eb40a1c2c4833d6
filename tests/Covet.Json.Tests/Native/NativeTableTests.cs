using System.Diagnostics;
using System.Text.Json;
using Covet.Aot.Tests;
using Covet.Json.Shapes;
using Covet.Json.Tests.Differential;

namespace Covet.Json.Tests.Native;

/// <summary>The native binary reads and writes the table as the JIT does: the same outcome, errors included, for the same inputs.</summary>
public sealed class NativeTableTests(ITestOutputHelper output)
{
    private static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("COVET_JSON_SEED"), out var seed) ? seed : Environment.TickCount;
    private static readonly int Count = int.TryParse(Environment.GetEnvironmentVariable("COVET_JSON_COUNT"), out var count) ? count : 200;

    [Fact]
    public async Task The_native_binary_reads_and_writes_every_shape_as_the_JIT_does()
    {
        output.WriteLine("COVET_JSON_SEED=" + Seed);
        var inputs = string.Concat(Inputs());
        using var expected = new StringWriter();
        TableRun.Run(new StringReader(inputs), expected);

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
            Assert.True(wanted[i] == actual[i], $"seed {Seed}, line {i}\nJIT    {wanted[i]}\nNATIVE {actual[i]}");
        }
    }

    private static IEnumerable<string> Inputs()
    {
        var random = new Random(Seed);
        var values = new ValueFactory(random);
        var mutator = new Mutator(random);
        foreach (var item in Cases.All.Values.Where(static item => item.Shape is not ForeignShape))
        {
            for (var i = 0; i < Count; i++)
            {
                byte[] valid;
                try
                {
                    valid = item.Shape.Write(values.Make(item.Shape.Type));
                }
                catch (Exception e) when (e is ArgumentException or NotSupportedException or InvalidOperationException or JsonException)
                {
                    continue;
                }

                yield return item.Shape.Name + "\t" + Convert.ToBase64String(i % 4 == 0 ? valid : mutator.Mutate(valid)) + "\n";
            }
        }
    }
}
