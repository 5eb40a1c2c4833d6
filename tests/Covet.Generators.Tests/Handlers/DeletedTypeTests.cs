using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Covet.Generators.Tests.Handlers;

/// <summary>Whole applications from which a type has gone: all errors are the compiler's, in the user's own files.</summary>
public sealed class DeletedTypeTests(ITestOutputHelper output)
{
    private const int Deletions = 8;

    public static TheoryData<string, string> Applications => new()
    {
        { "samples/Todo", "/bin/" },
        { "samples/Conduit", "/Postgres/" }, // Its package is no part of these tests.
        { "tests/HttpApp", "/bin/" },
    };

    [Theory]
    [MemberData(nameof(Applications))]
    public void A_type_that_is_deleted_leaves_errors_in_the_users_own_files_alone(string folder, string except)
    {
        var seed = Seed.Value;
        output.WriteLine($"seed {seed}; COVET_SEED={seed} repeats it");
        var random = new Random(seed);
        var files = Repository.Sources(folder).Where(file => !file.Contains(except, StringComparison.Ordinal)).Select(file => (Text: File.ReadAllText(file), Path: file)).ToArray();
        Assert.NotEmpty(files);
        Check(files, "nothing");
        var types = files.SelectMany((file, at) => CSharpSyntaxTree.ParseText(file.Text, UserCode.ParseOptions).GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Select(type => (at, type.Span, Name: type.Identifier.ValueText))).ToArray();
        foreach (var (at, span, name) in types.OrderBy(_ => random.Next()).Take(Deletions))
        {
            var edited = files.ToArray();
            edited[at].Text = edited[at].Text.Remove(span.Start, span.Length);
            Check(edited, name);
        }
    }

    private static void Check((string Text, string Path)[] files, string deleted)
    {
        var run = GeneratorTestHelper.RunRandom("global using Covet;", GeneratorInputs.None with { More = files });
        var faults = run.FaultsOutsideOfUsersFiles();
        Assert.True(faults.Count == 0, $"without {deleted}:\n" + string.Join("\n", faults.Take(10)) + "\n" + GeneratorRun.Describe(faults));
        Assert.True(deleted != "nothing" || run.FileNames.Any(name => name.StartsWith("Endpoint.", StringComparison.Ordinal)), "The application has no endpoints.");
    }
}
