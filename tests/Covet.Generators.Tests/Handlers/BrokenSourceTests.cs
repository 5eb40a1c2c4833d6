using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Covet.Generators.Tests.Handlers;

/// <summary>Source as it stands while it is written: the compiler's errors are the user's own, and never those of a generated file alone.</summary>
public sealed class BrokenSourceTests(ITestOutputHelper output)
{
    private const int Edits = 250;

    // Thousands of edits were made without one; what a generated file repeats beside the compiler's own error hides nothing.
    private const int MostRepeated = 2;

    private const string Source = """
        using Covet;
        namespace Shop;
        public enum Kind { Book, Toy = 4 }
        public sealed record Item([property: Required, StringLength(20)] string Name, decimal? Price, Kind Kind, List<Item> Parts) { public required int Id { get; init; } }
        public sealed record Paging([Range(1, 9)] int Limit = 20, string? After = null) { [FromHeader(Name = "X-T")] public string Tenant { get; init; } = "t"; }
        public interface IStore<T> { T? Find(int id); }
        [Singleton(ServiceType = typeof(IStore<>))] public sealed class Store<T>(TimeProvider clock) : IStore<T> { public T? Find(int id) => clock is null ? default : default; }
        public abstract class Crud<T, TKey>(IStore<T> store) where TKey : struct, IParsable<TKey> { [Get("{id}")] public T? Find(TKey id, int n = 5) => store.Find(n + id.ToString()!.Length); [Get] public abstract IAsyncEnumerable<T> All(CancellationToken token); }
        [Handler("items/{shop:int:min(1)}", Lifetime = ServiceLifetime.Singleton), Tags("items")]
        public sealed partial class ItemHandler(IStore<Item> store) : Crud<Item, Guid>(store)
        {
            public override async IAsyncEnumerable<Item> All([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token) { await Task.Yield(); yield break; }
            [Post, Put("{id:guid}")] public async Task<Results<Created<Item>, Conflict<ProblemDetails>>> Add(int shop, Guid? id, Item item, [AsParameters] Paging paging, [FromCookie] string theme = "a\"b") { await Task.Yield(); return TypedResults.Created("/" + shop + id + paging + theme, item); }
            [Post("file")] public string Upload(IFormFile file, [FromForm] Kind[] kinds) => file.FileName + kinds.Length;
            [Verb("PURGE", "{**rest}")] public static ValueTask Purge(string? rest, HttpContext context) => default;
        }
        """;

    [Fact]
    public void An_edit_anywhere_breaks_neither_the_generator_nor_a_generated_file()
    {
        var seed = Seed.Value;
        output.WriteLine($"seed {seed}; COVET_SEED={seed} repeats it");
        var random = new Random(seed);
        var tokens = SyntaxFactory.ParseTokens(Source).Select(token => token.ToFullString()).Where(token => token.Length > 0).ToArray();
        var (clean, repeated) = (0, 0);
        for (var edit = 0; edit < Edits; edit++)
        {
            var source = string.Concat(Edit(tokens, random));
            var run = GeneratorTestHelper.RunRandom(source);
            var errors = run.Output.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
            var own = errors.Count(IsOwn) + run.Diagnostics.Count(d => d.Severity == DiagnosticSeverity.Error && IsOwn(d));
            clean += errors.Count == 0 && own == 0 ? 1 : 0;
            Assert.True(errors.TrueForAll(IsOwn) || own > 0, $"seed {seed}, edit {edit}: {errors.Find(d => !IsOwn(d))}\n{source}");
            if (run.FaultsOutsideOfUsersFiles() is [var fault, ..])
            {
                repeated++;
                output.WriteLine($"edit {edit}: {fault}\n{source}");
            }

            Assert.All(run.Diagnostics, d => Assert.True(IsOwn(d), $"seed {seed}, edit {edit}: {d}\n{source}"));
        }

        Assert.InRange(repeated, 0, MostRepeated);
        output.WriteLine($"{clean} of {Edits} edits left source that compiles");
    }

    private static bool IsOwn(Diagnostic diagnostic) => diagnostic.Location.SourceTree?.FilePath == GeneratorTestHelper.UserPath;

    // A token goes, comes twice, changes places with its neighbour, or becomes another one of the file; or the file ends.
    private static string[] Edit(string[] tokens, Random random)
    {
        var at = random.Next(tokens.Length);
        var other = tokens[random.Next(tokens.Length)];
        return random.Next(6) switch
        {
            0 => [.. tokens[..at], .. tokens[(at + 1)..]],
            1 => [.. tokens[..at], tokens[at] + " ", .. tokens[at..]],
            2 => tokens[..at],
            3 => [.. tokens[..at], .. tokens[at..].Take(2).Reverse().Select(token => token + " "), .. tokens[at..].Skip(2)],
            _ => [.. tokens[..at], other + " ", .. tokens[(at + 1)..]],
        };
    }
}
