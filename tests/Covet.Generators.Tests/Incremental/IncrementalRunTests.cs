using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Covet.Generators.Tests.Incremental;

/// <summary>Whatever is edited in whatever file, a run from the cache writes and reports what a run from nothing does.</summary>
public sealed class IncrementalRunTests(ITestOutputHelper output)
{
    private const int Steps = 150;
    private const char Open = '⟦', Or = '¦', Close = '⟧';

    [Fact]
    public void After_each_edit_of_a_program_in_several_files_the_output_is_that_of_a_run_from_nothing()
    {
        var seed = Seed.Value;
        output.WriteLine($"seed {seed}; COVET_SEED={seed} repeats it");
        var random = new Random(seed);
        var choices = new Dictionary<(string Path, int Place), int>();
        var files = Files(choices);
        var run = GeneratorTestHelper.RunRandom("", GeneratorInputs.None with { More = files }).WithFiles(files);
        for (var step = 0; step < Steps; step++)
        {
            var edit = random.Next(10) switch
            {
                0 => TokenEdit(files, random),
                1 => Reorder(files, random),
                2 => Remove(files, random),
                _ => null,
            };
            if (edit is null)
            {
                var path = ShopProgram.Files[random.Next(ShopProgram.Files.Count)].Path;
                choices[(path, random.Next(40))] = random.Next(5);
                edit = ("another way to write a place of " + path, Files(choices));
            }

            run = Compare(run, edit.Value.Files, $"seed {seed}, step {step}: {edit.Value.What}");
            files = edit.Value.What.StartsWith("another", StringComparison.Ordinal) ? edit.Value.Files : files;
        }
    }

    private static GeneratorRun Compare(GeneratorRun before, IReadOnlyList<(string Text, string Path)> files, string what)
    {
        var run = before.WithFiles(files);
        var difference = run.DifferenceFrom(run.FromNothing());
        Assert.True(difference.Length == 0, $"{what}\n{difference}\n{before.EditedIn(run)}");
        return run;
    }

    private static (string What, IReadOnlyList<(string Text, string Path)> Files)? TokenEdit(IReadOnlyList<(string Text, string Path)> files, Random random)
    {
        var at = random.Next(files.Count);
        var tokens = SyntaxFactory.ParseTokens(files[at].Text).Select(token => token.ToFullString()).Where(token => token.Length > 0).ToList();
        var place = random.Next(tokens.Count);
        var other = tokens[random.Next(tokens.Count)];
        if (random.Next(2) == 0)
        {
            tokens.RemoveAt(place);
        }
        else
        {
            tokens[place] = other + " ";
        }

        return ("a token of " + files[at].Path, [.. files.Select((file, i) => i == at ? (string.Concat(tokens), file.Path) : file)]);
    }

    private static (string What, IReadOnlyList<(string Text, string Path)> Files)? Reorder(IReadOnlyList<(string Text, string Path)> files, Random random) => ("the order of the files", [.. files.OrderBy(_ => random.Next())]);

    private static (string What, IReadOnlyList<(string Text, string Path)> Files)? Remove(IReadOnlyList<(string Text, string Path)> files, Random random)
    {
        var at = random.Next(files.Count);
        return ("a file less", [.. files.Where((_, i) => i != at)]);
    }

    private static IReadOnlyList<(string Text, string Path)> Files(Dictionary<(string Path, int Place), int> choices) =>
        [.. ShopProgram.Files.Select(file => (Written(file.Text, place => choices.GetValueOrDefault((file.Path, place))), file.Path))];

    // The places in the order in which they begin; a place may stand within one way of another.
    private static string Written(string text, Func<int, int> choice)
    {
        var place = 0;
        var at = 0;
        return Sequence();

        string Sequence()
        {
            var written = new StringBuilder();
            while (at < text.Length && text[at] is not (Or or Close))
            {
                if (text[at] != Open)
                {
                    written.Append(text[at++]);
                    continue;
                }

                var number = place++;
                var ways = new List<string>();
                do
                {
                    at++;
                    ways.Add(Sequence());
                }
                while (text[at] == Or);
                at++;
                written.Append(ways[choice(number) % ways.Count]);
            }

            return written.ToString();
        }
    }
}
