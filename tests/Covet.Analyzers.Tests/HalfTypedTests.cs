namespace Covet.Analyzers.Tests;

/// <summary>Code that is being typed: tokens are missing, and nothing may throw.</summary>
public sealed class HalfTypedTests
{
    [Fact]
    public async Task Sources_without_some_of_their_tokens_make_no_analyzer_no_fix_and_no_generator_throw()
    {
        var seed = Seed.Value;
        TestContext.Current.SendDiagnosticMessage("Seed {0}", seed);
        var random = new Random(seed);
        var cases = CaseFile.All().SelectMany(f => CaseFile.Read(f).Cases).Where(c => !c.Code.StartsWith('#')).Select(c => Markup.Parse(c.Code).Source).ToArray();
        for (var round = 0; round < 60; round++)
        {
            var source = cases[random.Next(cases.Length)];
            var broken = Without(source, random, 1 + random.Next(4));
            try
            {
                var found = await UserProject.Create([UserProject.Parse(broken, UserProject.UserPath)], ProjectOptions.In("//! library\n" + source)).AnalyzeAsync();
                foreach (var rule in found.Select(d => d.Id).Distinct().Take(2))
                {
                    await MendAsync(rule, broken);
                }
            }
            catch (Exception exception)
            {
                Assert.Fail($"Seed {seed}, round {round}: {exception.Message}\n{broken}");
            }
        }
    }

    // Each repair that is offered is made; what comes of it need not compile.
    private static async Task MendAsync(string rule, string broken)
    {
        using var first = new FixRunner(rule, broken);
        foreach (var offered in await first.OfferedAsync())
        {
            await offered.GetOperationsAsync(TestContext.Current.CancellationToken);
        }
    }

    private static string Without(string source, Random random, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var tokens = UserProject.Parse(source, "a.cs").GetCompilationUnitRoot(TestContext.Current.CancellationToken).DescendantTokens().Where(t => t.Span.Length > 0).ToArray();
            var gone = tokens[random.Next(tokens.Length)].Span;
            source = string.Concat(source.AsSpan(0, gone.Start), source.AsSpan(gone.End));
        }

        return source;
    }
}
