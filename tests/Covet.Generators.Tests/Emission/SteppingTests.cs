using System.Reflection.Metadata;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Covet.Generators.Tests.Emission;

/// <summary>Generated code in a debugger: breakpoints bind to each statement, and frames lead to the file and the line.</summary>
public sealed partial class SteppingTests
{
    private const string Source = """
        using Covet;
        namespace Shop;
        public sealed record Order([property: Range(1, 9)] int Count);
        public sealed class Audit : ICallFilter
        {
            public ValueTask<TResult> InvokeAsync<TArguments, TResult, TNext>(HttpContext context, TArguments arguments, TNext next)
                where TNext : struct, ICallNext<TArguments, TResult> => next.InvokeAsync(context, arguments);
        }
        [Handler("/orders")]
        public sealed class OrderHandler(TimeProvider clock)
        {
            [Put("{id}")] public async Task<Results<Ok<Order>, NotFound>> Put(int id, string? note, Order order) { await Task.Yield(); return id > clock.GetUtcNow().Year + order.Count ? TypedResults.NotFound() : TypedResults.Ok(order); }
            [Get, Filter<Audit>] public Order? Get([Range(1, 5)] int count = 3) => new(count);
        }
        """;

    [Fact]
    public void A_breakpoint_binds_to_every_statement_of_an_endpoint()
    {
        var run = GeneratorTestHelper.Verify(Source, file => file == "Endpoint.Shop_OrderHandler.Put.g.cs");
        using var symbols = MetadataReaderProvider.FromPortablePdbImage([.. run.Emit().Symbols]);
        var reader = symbols.GetMetadataReader();
        var points = SequencePoints(reader);
        var name = "Endpoint.Shop_OrderHandler.Put.g.cs";
        var root = CSharpSyntaxTree.ParseText(run.File(name), cancellationToken: TestContext.Current.CancellationToken).GetCompilationUnitRoot(TestContext.Current.CancellationToken);
        var statements = root.DescendantNodes().OfType<StatementSyntax>().Where(s => s is not BlockSyntax && s is not LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer: null }] })
            .Select(s => s.GetLocation().GetLineSpan().StartLinePosition.Line + 1).ToList();
        var document = Assert.Single(points, p => p.Key.EndsWith("/" + name, StringComparison.Ordinal));
        Assert.True(statements.Count > 8);
        Assert.Empty(statements.Except(document.Value));

        // Every generated file that has code has its document, at the path at which the SDK writes generated files to disk.
        Assert.All(points.Keys.Where(path => path.EndsWith(".g.cs", StringComparison.Ordinal) && !path.StartsWith('/')), path => Assert.Contains(path["Covet.Generators/Covet.Generators.CovetGenerator/".Length..], run.FileNames));
        Assert.All(run.FileNames.Where(file => file.StartsWith("Endpoint", StringComparison.Ordinal)), file => Assert.Contains("Covet.Generators/Covet.Generators.CovetGenerator/" + file, points.Keys));
    }

    [Fact]
    public async Task The_frames_of_an_exception_lead_to_the_line_that_called()
    {
        const string Failing = """
            using Covet;
            namespace Shop;
            [Handler("/fail")] public sealed class FailHandler { [Get("{id}")] public string Get(int id) => throw new InvalidOperationException("at " + id); }
            """;
        var run = GeneratorTestHelper.Verify(Failing, file => file == "Endpoint.Shop_FailHandler.Get.g.cs");
        await using var app = await GeneratedApp.StartAsync(Failing);
        using var response = await app.Client.GetAsync(new Uri("fail/3", UriKind.Relative), TestContext.Current.CancellationToken);
        var frame = Frame().Match(Assert.Single(app.Logs.Entries));
        Assert.True(frame.Success);
        var line = run.File("FailHandler.Get").Split('\n')[int.Parse(frame.Groups["line"].Value, System.Globalization.CultureInfo.InvariantCulture) - 1];
        Assert.Contains("handler.Get(id)", line, StringComparison.Ordinal);
    }

    private static Dictionary<string, HashSet<int>> SequencePoints(MetadataReader reader)
    {
        var lines = new Dictionary<string, HashSet<int>>(StringComparer.Ordinal);
        foreach (var handle in reader.MethodDebugInformation)
        {
            foreach (var point in reader.GetMethodDebugInformation(handle).GetSequencePoints().Where(p => !p.IsHidden))
            {
                var path = reader.GetString(reader.GetDocument(point.Document).Name).Replace('\\', '/');
                lines.TryAdd(path, []);
                lines[path].Add(point.StartLine);
            }
        }

        return lines;
    }

    [GeneratedRegex(@"in Covet\.Generators[/\\]Covet\.Generators\.CovetGenerator[/\\]Endpoint\.Shop_FailHandler\.Get\.g\.cs:line (?<line>\d+)")]
    private static partial Regex Frame();
}
