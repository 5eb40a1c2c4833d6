using System.Globalization;
using System.Text;

namespace Covet.Analyzers.Tests;

/// <summary>A project of 100 handlers with five endpoints each, as users write them: lists, results, bodies, services, validation.</summary>
internal static class FiveHundredEndpoints
{
    public static IReadOnlyList<string> Sources { get; } = [.. Enumerable.Range(0, 100).Select(Handler)];

    /// <summary>The project's files, parsed anew.</summary>
    public static IEnumerable<SyntaxTree> Parse() => Sources.Select((source, i) => UserProject.Parse(source, $"/app/Handler{i}.cs"));

    private static string Handler(int i)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $$"""
            namespace App.Part{{i}};

            public sealed record Item{{i}}([property: Required, StringLength(200)] string Title, DateOnly? Due, List<string> Tags) { public int Id { get; init; } }

            public interface IStore{{i}} { Task<Item{{i}}?> FindAsync(int id, CancellationToken cancellation); void Add(Item{{i}} item); }

            [Singleton<IStore{{i}}>]
            public sealed class Store{{i}} : IStore{{i}}
            {
                private readonly Dictionary<int, Item{{i}}> items = [];

                public Task<Item{{i}}?> FindAsync(int id, CancellationToken cancellation) => Task.FromResult(items.GetValueOrDefault(id));

                public void Add(Item{{i}} item) => items[item.Id] = item;
            }

            [Handler("/part{{i}}")]
            public sealed class Handler{{i}}(IStore{{i}} store)
            {

            """);
        text.Append(CultureInfo.InvariantCulture, $$"""
                [Get] public List<string> List([Range(1, 100)] int limit = 20, string? order = null) => [.. Enumerable.Range(0, limit).Select(n => n + order)];

                [Get("{id:int}")] public async Task<Item{{i}}?> Find(int id, CancellationToken cancellation) => await store.FindAsync(id, cancellation);

                [Post]
                public Results<Created<Item{{i}}>, Conflict> Create(Item{{i}} body)
                {
                    if (body.Id == 0)
                    {
                        return TypedResults.Conflict();
                    }

                    store.Add(body);
                    return TypedResults.Created("/part{{i}}/" + body.Id, body);
                }

                [Delete("{id:int}")] public void Remove(int id) => store.Add(new Item{{i}}("", null, []) { Id = id });

                [Put("{id:int}/title")] public string Rename(int id, [FromQuery] string title, [FromHeader(Name = "X-Reason")] string? reason) => id + title + reason;
            }
            """);
        return text.ToString();
    }
}
