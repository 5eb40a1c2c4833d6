using System.Text.RegularExpressions;

namespace Covet.Aot.Tests;

/// <summary>The README's curl lines, run in their order against the sample, native; each prints what the README shows.</summary>
[Collection("readme")]
public sealed partial class ReadmeTests
{
    [Fact]
    public async Task The_readmes_curl_lines_print_what_it_shows()
    {
        var binary = await NativePublish.BinaryAsync("samples/Todo", "Todo");
        var folder = Directory.CreateTempSubdirectory("covet-readme-").FullName;
        await using (var process = await NativeProcess.StartAsync(binary, "--data", Path.Combine(folder, "data")))
        {
            var examples = Examples();
            Assert.NotEmpty(examples);
            foreach (var (command, expected) in examples)
            {
                var line = command.Replace("localhost:5080", process.BaseAddress.Authority, StringComparison.Ordinal);
                var run = await Command.RunAsync("bash", ["-c", line], folder);
                Assert.True(expected == Shown(run.Output), $"$ {command}\nREADME:\n{expected}\nprinted:\n{Shown(run.Output)}");
            }
        }

        Directory.Delete(folder, recursive: true);
    }

    private static List<(string Command, string Expected)> Examples()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        return [.. from Match block in Console().Matches(readme)
                   from part in ("\n" + block.Groups["text"].Value).Split("\n$ ", StringSplitOptions.RemoveEmptyEntries)
                   let lines = part.Split('\n', 2)
                   where lines[0].StartsWith("curl", StringComparison.Ordinal) || lines[0].StartsWith("echo", StringComparison.Ordinal)
                   select (lines[0], lines.Length > 1 ? Shown(lines[1]) : "")];
    }

    // A trace's number is another one each time, and no part of the promise.
    private static string Shown(string output) => TraceId().Replace(output, "\"traceId\":\"...\"").TrimEnd();

    [GeneratedRegex("\"traceId\":\"[^\"]*\"")]
    private static partial Regex TraceId();

    [GeneratedRegex("```console\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Console();
}
