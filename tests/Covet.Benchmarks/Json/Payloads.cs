namespace Covet.Benchmarks.Json;

/// <summary>One value of each size and kind, the same in every run.</summary>
public static class Payloads
{
    /// <summary>The value of a type.</summary>
    public static object Create(Type type) =>
        type == typeof(Small) ? Small(1)
        : type == typeof(List<Small>) ? Enumerable.Range(1, 1000).Select(Small).ToList()
        : type == typeof(Medium) ? Medium()
        : type == typeof(Texts) ? Texts()
        : Numbers();

    private static Small Small(int id) => new(id, "Item number " + id, id % 2 == 0, new DateOnly(2026, 1, 1 + (id % 28)), id * 1.25);

    private static Medium Medium() => new()
    {
        Id = new Guid("6f9619ff-8b86-4011-b42d-00c04fc964ff"),
        Number = 20260001234,
        Customer = "Ada Lovelace",
        Email = "ada@example.com",
        Phone = "+44 20 7946 0000",
        Created = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc),
        Changed = new DateTimeOffset(2026, 2, 3, 4, 5, 6, 789, TimeSpan.FromHours(1)),
        Due = new DateOnly(2026, 3, 4),
        Paid = true,
        Total = 1234.56m,
        Tax = 197.53m,
        Currency = "EUR",
        Billing = new Address("12 St James's Square", "London", "SW1Y 4JH", "GB", 51.5072, -0.1353),
        Shipping = new Address("1 Rue de Rivoli", "Paris", "75001", "FR", 48.8556, 2.3582),
        Lines = [new Line(1, "A-100", "Analytical engine, part one", 1, 999.99m), new Line(2, "B-200", "Punched cards", 400, 0.12m), new Line(3, "C-300", "Oil", 2, 12.5m)],
        Tags = ["wholesale", "export", "priority"],
        Note = "Leave with the neighbour; ring twice.",
        Priority = 3,
    };

    private static Texts Texts()
    {
        const string Sentence = "The quick brown fox jumps over the lazy dog, and says \"so what?\" to it. ";
        const string Plain = "Nothing in this sentence has to be escaped, so that it is copied in one go. ";
        return new Texts(
            "A title of some forty characters, roughly",
            Plain + Plain,
            string.Concat(Enumerable.Repeat(Plain + Plain + Sentence, 20)),
            [.. Enumerable.Range(0, 20).Select(static i => i % 5 == 0 ? "Ünïcödé in here: naïve café \u2013 日本語. " + Plain : Plain + i)],
            Enumerable.Range(0, 20).ToDictionary(static i => "label-" + i, static i => "value of label " + i, StringComparer.Ordinal));
    }

    private static Numbers Numbers()
    {
        var random = new Random(42);
        return new Numbers(
            [.. Enumerable.Range(0, 200).Select(_ => random.Next(int.MinValue, int.MaxValue) >> random.Next(31))],
            [.. Enumerable.Range(0, 200).Select(_ => random.NextInt64() >> random.Next(63))],
            [.. Enumerable.Range(0, 200).Select(i => i % 2 == 0 ? Math.Round(random.NextDouble() * 1000, 3) : random.NextDouble())],
            [.. Enumerable.Range(0, 200).Select(_ => random.NextSingle() * 100)],
            [.. Enumerable.Range(0, 200).Select(_ => random.Next(1, 1_000_000) / 100m)]);
    }
}
