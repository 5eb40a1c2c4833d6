using System.Diagnostics;
using System.Text;
using Covet.Json.Tests.Differential;

namespace Covet.Json.Tests.Fuzz;

/// <summary>
/// Hostile input against every shape of the table: never another exception than the one that says what is wrong, never more memory than
/// the input explains, never more of the input in an error than 64 bytes. COVET_SEED repeats a run.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private static readonly int Count = int.TryParse(Environment.GetEnvironmentVariable("COVET_JSON_COUNT"), out var count) ? count : 1000;

    public static TheoryData<string> Names => [.. Cases.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Hostile_input_is_refused_or_read_within_bounds(string name)
    {
        output.WriteLine("COVET_SEED=" + Seed.Value);
        var shape = Cases.All[name].Shape;
        var random = new Random(Seed.Value);
        var hostile = new HostileInput(random);
        _ = Outcome.Of(() => Discard(shape.Read("null"u8.ToArray())));
        for (var i = 0; i < Count / 5; i++)
        {
            var input = hostile.Next();
            var before = GC.GetAllocatedBytesForCurrentThread();
            var outcome = Outcome.Of(() => Discard(shape.Read(input)));
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            var shown = $"seed {Seed.Value}, number {i}: {Encoding.UTF8.GetString(input.AsSpan(0, Math.Min(200, input.Length)))}";
            Assert.True(outcome.Refusal is null or CovetJsonException or NotSupportedException, shown + "\n" + outcome.Refusal);

            // A member of a form that reading has not met before may make its codec, which is not the input's doing.
            Assert.True(allocated <= (64L * input.Length) + (256 * 1024), $"{allocated} bytes for {input.Length}, {shown}");
            if (outcome.Refusal is CovetJsonException refusal)
            {
                ErrorChecks.Check(refusal, input, shown);
            }
        }
    }

    [Theory]
    [InlineData("JsonElement", "[", "")]
    [InlineData("object", "{\"a\":", "")]
    [InlineData("JsonNode", "[{\"a\":", "")]
    [InlineData("int[][]", "[", "")]
    [InlineData("Tree", "{\"next\":", "null")]
    [InlineData("Tree", "{\"children\":[", "")]
    [InlineData("Tree", "{\"unknown\":[", "")]
    [InlineData("RecursiveDictionary", "{\"children\":{\"a\":", "")]
    [InlineData("Figure", "{\"$type\":{\"a\":", "")]
    [InlineData("ExtensionElements", "{\"a\":", "1")]
    [InlineData("string", "[", "")]
    [InlineData("int", "{\"a\":", "")]
    public void A_depth_bomb_is_refused_at_the_limit(string name, string opening, string end)
    {
        var bomb = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(opening, 1_000_000)) + end);
        var watch = Stopwatch.StartNew();
        var refusal = Assert.Throws<CovetJsonException>(() => Cases.All[name].Shape.Read(bomb));
        ErrorChecks.Check(refusal, bomb, name);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData("int")]
    [InlineData("ulong")]
    [InlineData("Int128")]
    [InlineData("Half")]
    [InlineData("float")]
    [InlineData("double")]
    [InlineData("decimal")]
    [InlineData("TimeSpan")]
    [InlineData("DateTimeOffset")]
    [InlineData("Guid")]
    [InlineData("Version")]
    [InlineData("char")]
    [InlineData("Colour")]
    [InlineData("NamedRights")]
    [InlineData("Dictionary<int, int>")]
    public void A_number_of_a_million_digits_is_read_or_refused_at_once(string name)
    {
        var digits = new string('9', 1_000_000);
        foreach (var text in new[] { digits, "-" + digits, "0." + digits, digits + "e" + digits, "1e-" + digits, "\"" + digits + "\"", "{\"" + digits + "\":" + digits + "}" })
        {
            var input = Encoding.UTF8.GetBytes(text);
            var watch = Stopwatch.StartNew();
            var before = GC.GetAllocatedBytesForCurrentThread();
            var outcome = Outcome.Of(() => Discard(Cases.All[name].Shape.Read(input)));
            Assert.True(outcome.Refusal is null or CovetJsonException, outcome.ToString());
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16L * input.Length);
            Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        }
    }

    [Theory]
    [InlineData("Tree", "{\"name\":\"", "\"}", 220)]
    [InlineData("Tree", "{\"unknown\":\"", "\"}", 1)]
    [InlineData("Tree", "{\"name\":\"", "", 1)]
    [InlineData("Tree", "{\"", "\":1}", 1)]
    [InlineData("int", "\"", "\"", 1)]
    [InlineData("Guid", "\"", "\"", 1)]
    [InlineData("NamedColour", "\"", "\"", 1)]
    [InlineData("byte[]", "\"", "\"", 80)]
    public void A_string_of_100_megabytes_costs_no_more_than_its_value(string name, string before, string after, int megabytes)
    {
        var input = new byte[before.Length + (100 * 1024 * 1024) + after.Length];
        input.AsSpan().Fill((byte)'A');
        Encoding.UTF8.GetBytes(before).CopyTo(input, 0);
        Encoding.UTF8.GetBytes(after).CopyTo(input, input.Length - after.Length);
        var start = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        var outcome = Outcome.Of(() => Discard(Cases.All[name].Shape.Read(input)));
        Assert.True(outcome.Refusal is null or CovetJsonException, outcome.ToString());
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - start, 0, megabytes * 1024L * 1024);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    // Not UTF-8 is found before anything is known of the structure, and yet the error says where in the structure it is.
    [Theory]
    [InlineData("/")]
    [InlineData("//")]
    [InlineData("/*")]
    [InlineData("/*/")]
    [InlineData("/a")]
    [InlineData("//\n")]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    [InlineData("]}")]
    [InlineData("\"")]
    [InlineData("\\")]
    [InlineData(",")]
    [InlineData("[\"a\",")]
    [InlineData("\u00e4")]
    public void A_byte_that_is_not_UTF8_is_refused_at_once_whatever_stands_before_it(string before)
    {
        byte[] input = [.. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(before, 4_000_000 / before.Length))), 0xFF];
        foreach (var name in new[] { "Tree", "Lenient PlainClass" })
        {
            var watch = Stopwatch.StartNew();
            var start = GC.GetAllocatedBytesForCurrentThread();
            var refusal = Assert.Throws<CovetJsonException>(() => Cases.All[name].Shape.Read(input));
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - start, 0, 1024 * 1024);
            Assert.InRange(refusal.Path!.Length, 1, 1000);
            Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        }
    }

    [Theory]
    [InlineData("PlainClass", "\"number\":1")]
    [InlineData("PlainClass", "\"nUMBER\":\"x\"")]
    [InlineData("PlainClass", "\"unknown\":[1,{}]")]
    [InlineData("Dictionary<string, int>", "\"same\":1")]
    [InlineData("ExtensionElements", "\"same\":1")]
    [InlineData("JsonNode", "\"same\":1")]
    [InlineData("Strict PlainClass", "\"NUMBER\":1")]
    [InlineData("Strict DomShapes", "\"ELEMENT\":{\"a\":1,\"a\":2}")]
    public void A_name_that_stands_a_hundred_thousand_times_is_read_or_refused_at_once(string name, string member)
    {
        var input = Encoding.UTF8.GetBytes("{" + string.Join(',', Enumerable.Repeat(member, 100_000)) + "}");
        var watch = Stopwatch.StartNew();
        var outcome = Outcome.Of(() => Discard(Cases.All[name].Shape.Read(input)));
        Assert.True(outcome.Refusal is null or CovetJsonException, outcome.ToString());
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    private static byte[] Discard(object? value)
    {
        GC.KeepAlive(value);
        return [];
    }
}
