using System.Text;

namespace Covet.Generators.Tests.Incremental;

/// <summary>Whatever is edited in whatever file, a run from the cache writes and reports what a run from nothing does.</summary>
public sealed class IncrementalRunTests(ITestOutputHelper output)
{
    private const int Steps = 60;
    private const char Open = '⟦', Or = '¦', Close = '⟧';

    [Fact]
    public void After_each_edit_of_a_program_in_several_files_the_output_is_that_of_a_run_from_nothing()
    {
        var seed = Seed.Value;
        output.WriteLine($"seed {seed}; COVET_SEED={seed} repeats it");
        var random = new Random(seed);
        var choices = new Dictionary<(string Path, int Place), int>();
        var files = Files(choices);
        var run = GeneratorTestHelper.RunRandom("", GeneratorInputs.None with { More = files, CountsSteps = false }).WithFiles(files);
        for (var step = 0; step < Steps; step++)
        {
            var path = ShopProgram.Files[random.Next(ShopProgram.Files.Count)].Path;
            choices[(path, random.Next(40))] = random.Next(5);
            run = Compare(run, Files(choices), $"seed {seed}, step {step}: {path}");
        }
    }

    private static GeneratorRun Compare(GeneratorRun before, IReadOnlyList<(string Text, string Path)> files, string what)
    {
        var run = before.WithFiles(files);
        var difference = run.DifferenceFrom(run.FromNothing());
        Assert.True(difference.Length == 0, $"{what}\n{difference}\n{before.EditedIn(run)}");
        return run;
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
