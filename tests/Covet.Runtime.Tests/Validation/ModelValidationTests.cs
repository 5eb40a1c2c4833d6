using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;

namespace Covet.Runtime.Tests.Validation;

public sealed class ModelValidationTests
{
    [Fact]
    public async Task Validators_of_services_run_for_every_object_whose_attributes_hold()
    {
        await using var services = new ServiceCollection()
            .AddSingleton<IValidator<Item>>(new Rule("sync"))
            .AddSingleton<IAsyncValidator<Item>>(new AsyncRule("async"))
            .AddSingleton<IAsyncValidator<Item>>(new AsyncRule("second"))
            .BuildServiceProvider();
        var errors = await ModelValidation.RunAsync<List<Item>, ItemsValidator>(Context(services), [new(1), new(-1), new(2)], "items", null);
        Assert.Equal(
            [
                "items[1].n range: negative",
                "items[0].n taken: sync 1", "items[0] invalid: async 1", "items[0] invalid: second 1",
                "items[2].n taken: sync 2", "items[2] invalid: async 2", "items[2] invalid: second 2",
            ],
            errors!.Items.Select(error => $"{error.Key} {error.Code}: {error.Message}"));
    }

    [Fact]
    public async Task Without_validators_in_services_the_run_completes_at_once_and_keeps_earlier_errors()
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        RequestErrors? errors = null;
        RequestErrors.Add(ref errors, "limit", "range", "x");
        var run = ModelValidation.RunAsync<List<Item>, ItemsValidator>(Context(services), [new(-1)], "", errors).AsTask();
        Assert.True(run.IsCompletedSuccessfully);
        Assert.Equal(["limit", "[0].n"], (await run)!.Items.Select(error => error.Key));
    }

    [Fact]
    public async Task An_answer_of_one_application_is_not_another_ones()
    {
        await using var with = new ServiceCollection().AddSingleton<IValidator<Item>>(new Rule("sync")).BuildServiceProvider();
        await using var without = new ServiceCollection().BuildServiceProvider();
        for (var i = 0; i < 3; i++)
        {
            Assert.NotNull(await ModelValidation.RunAsync<Item, ItemValidator>(Context(with), new(1), "", null));
            Assert.Null(await ModelValidation.RunAsync<Item, ItemValidator>(Context(without), new(1), "", null));
        }
    }

    [Fact]
    public async Task A_body_without_rules_is_shown_to_the_validators_of_services()
    {
        await using var services = new ServiceCollection().AddScoped<IAsyncValidator<Item>>(_ => new AsyncRule("x")).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var errors = await ModelValidation.RunAsync<Item, NoRules<Item>>(Context(services, scope.ServiceProvider), new(1), "", null);
        Assert.Equal(["x 1"], errors!.Items.Select(error => error.Message));
    }

    [Fact]
    public void A_valid_run_allocates_nothing()
    {
        using var services = new ServiceCollection().BuildServiceProvider();
        var context = Context(services);
        List<Item> list = [new(1), new(2)];
        Dictionary<string, Item> map = new() { ["a"] = new(1) };
        IReadOnlyList<Item> other = ImmutableList.Create(new Item(3));
        for (var i = 0; i < 200; i++)
        {
            Run();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            Run();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Run()
        {
            var run = ModelValidation.RunAsync<List<Item>, ItemsValidator>(context, list, "", null);
            if (!run.IsCompletedSuccessfully)
            {
                throw new InvalidOperationException();
            }

            var state = new ValidationState(context);
            ModelValidation.Values<string, Item, ItemValidator>(map, ref state);
            ModelValidation.Items<Item, ItemValidator>(other, ref state);
            ModelValidation.Member<Node, NodeValidator>(Node.Chain, "x", ref state);
            if (state.End() is not null)
            {
                throw new InvalidOperationException();
            }
        }
    }

    [Fact]
    public async Task A_body_with_errors_without_end_is_answered_with_the_first_ten_thousand()
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        List<Item> items = [.. Enumerable.Repeat(new Item(-1), 300_000)];
        var errors = await ModelValidation.RunAsync<List<Item>, ItemsValidator>(Context(services), items, "items", null);
        Assert.Equal(10_001, errors!.Items.Count);
        Assert.Equal("items[9999].n range", errors.Items[9999].Key + " " + errors.Items[9999].Code);
        Assert.Equal("items[10000].n too_many_errors", errors.Items[10_000].Key + " " + errors.Items[10_000].Code);
    }

    [Fact]
    public async Task What_is_wrong_beyond_the_ten_thousand_is_not_shown_to_validators_either()
    {
        await using var services = new ServiceCollection().AddSingleton<IValidator<Item>>(new NoNegatives()).BuildServiceProvider();
        List<Item> items = [.. Enumerable.Repeat(new Item(-1), 10_100)];
        Assert.Equal(10_001, (await ModelValidation.RunAsync<List<Item>, ItemsValidator>(Context(services), items, "items", null))!.Items.Count);
    }

    [Fact]
    public async Task A_streamed_body_ends_at_its_first_invalid_item()
    {
        using var services = new ServiceCollection().BuildServiceProvider();
        var seen = new List<int>();
        var exception = await Assert.ThrowsAsync<InvalidItemException>(async () =>
        {
            await foreach (var item in ModelValidation.Stream<Item, ItemValidator>(Context(services), Items(), 422))
            {
                seen.Add(item.N);
            }
        });
        Assert.Equal([1, 2], seen);
        Assert.Equal(422, exception.StatusCode);
        Assert.Equal("[2].n", exception.Errors.Items[0].Key);

        static async IAsyncEnumerable<Item> Items()
        {
            foreach (var n in new[] { 1, 2, -1, 3 })
            {
                await Task.Yield();
                yield return new Item(n);
            }
        }
    }

    private static DefaultHttpContext Context(ServiceProvider services, IServiceProvider? scope = null) =>
        new() { RequestServices = scope ?? services, ServiceScopeFactory = services.GetRequiredService<IServiceScopeFactory>() };

    private sealed record Item(int N);

    private sealed class Node
    {
        public static readonly Node Chain = new() { Next = new() { Next = new() } };

        public Node? Next { get; init; }
    }

    private readonly struct ItemValidator : IModelValidator<Item>
    {
        public static void Validate(Item value, ref ValidationState state)
        {
            if (value.N < 0)
            {
                state.Fail("n", "range", "negative");
                return;
            }

            state.Defer<Item, ItemValidator>(value);
        }

        public static string Key(string member) => member == "N" ? "n" : member;
    }

    private readonly struct ItemsValidator : IModelValidator<List<Item>>
    {
        public static void Validate(List<Item> value, ref ValidationState state) => ModelValidation.Items<Item, ItemValidator>(value, ref state);
    }

    private readonly struct NodeValidator : IModelValidator<Node>
    {
        public static void Validate(Node value, ref ValidationState state)
        {
            if (state.Enter(value))
            {
                ModelValidation.Member<Node, NodeValidator>(value.Next, "next", ref state);
                state.Exit();
            }
        }
    }

    private sealed class Rule(string name) : IValidator<Item>
    {
        public void Validate(Item value, ValidationErrors errors) => errors.Add(nameof(Item.N), $"{name} {value.N}", "taken");
    }

    private sealed class NoNegatives : IValidator<Item>
    {
        public void Validate(Item value, ValidationErrors errors) => Assert.InRange(value.N, 0, int.MaxValue);
    }

    private sealed class AsyncRule(string name) : IAsyncValidator<Item>
    {
        public async ValueTask ValidateAsync(Item value, ValidationErrors errors, CancellationToken cancellationToken)
        {
            await Task.Yield();
            errors.Add("", $"{name} {value.N}");
        }
    }
}
