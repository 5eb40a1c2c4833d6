using System.Collections.Immutable;
using System.Collections.ObjectModel;

namespace Covet.Json.Tests.Streams;

/// <summary>Bodies and responses of any length.</summary>
[Handler("/rows")]
public static class RowHandler
{
    /// <summary>Reads an array that is one value.</summary>
    [Post("array")]
    public static long SumArray(Row[] rows) => rows.Sum(static row => (long)row.Number);

    /// <summary>Reads a list that is one value.</summary>
    [Post("list")]
    public static long SumList(IReadOnlyList<Row> rows) => rows.Sum(static row => (long)row.Number);

    /// <summary>Reads a structure around an array.</summary>
    [Post("immutable")]
    public static long SumImmutable(ImmutableArray<Row> rows) => rows.Sum(static row => (long)row.Number);

    /// <summary>Reads a list that is a tree, which one does not grow.</summary>
    [Post("tree")]
    public static long SumTree(ImmutableList<Row> rows) => rows.Sum(static row => (long)row.Number);

    /// <summary>Reads a collection that grows.</summary>
    [Post("queue")]
    public static long SumQueue(Queue<Row> rows) => rows.Sum(static row => (long)row.Number);

    /// <summary>Reads a collection through its interface.</summary>
    [Post("collection")]
    public static long SumCollection(Collection<Row> rows) => rows.Sum(static row => (long)row.Number);

    /// <summary>Reads a set: all rows of the test are one.</summary>
    [Post("set")]
    public static long SumSet(ISet<Row> rows) => rows.Sum(static row => (long)row.Number);

    /// <summary>Answers texts of which some are null.</summary>
    [Post("texts")]
    public static async IAsyncEnumerable<string?> Texts(IAsyncEnumerable<string?> texts)
    {
        await foreach (var text in texts)
        {
            yield return text;
        }
    }

    /// <summary>Answers texts of which none is null.</summary>
    [Post("words")]
    public static async Task<int> Words(IAsyncEnumerable<string> words)
    {
        var count = 0;
        await foreach (var word in words)
        {
            count += word.Length;
        }

        return count;
    }

    /// <summary>Reads items as they come.</summary>
    [Post("stream")]
    public static async Task<long> SumStream(IAsyncEnumerable<Row> rows)
    {
        var sum = 0L;
        await foreach (var row in rows)
        {
            sum += row.Number;
        }

        return sum;
    }

    /// <summary>Answers each item as it comes.</summary>
    [Post("echo")]
    public static async IAsyncEnumerable<Row> Echo(IAsyncEnumerable<Row> rows)
    {
        await foreach (var row in rows)
        {
            yield return row;
        }
    }

    /// <summary>What the sequence of <see cref="Gated"/> waits for before its last item.</summary>
    public static SemaphoreSlim Gate { get; } = new(0);

    /// <summary>Writes a long sequence whose end waits for the client.</summary>
    [Get("gated/{count:int}")]
    public static IEnumerable<Row> Gated(int count)
    {
        for (var i = 0; i < count; i++)
        {
            yield return new Row(i);
        }

        Gate.Wait();
        yield return new Row(-1);
    }

    /// <summary>Writes items as they come.</summary>
    [Get("async/{count:int}")]
    public static async IAsyncEnumerable<string> CountAsync(int count)
    {
        await Task.Yield();
        var text = new string('t', 1000);
        for (var i = 0; i < count; i++)
        {
            yield return text;
        }
    }

    /// <summary>Writes a sequence that is made while it is written.</summary>
    [Get("{count:int}")]
    public static IEnumerable<Row> Count(int count) => Enumerable.Range(0, count).Select(static number => new Row(number));
}
