using Covet.Json.Shapes;
using Covet.Json.Tests.Differential;
using FsCheck;
using FsCheck.Fluent;

namespace Covet.Json.Tests.Properties;

/// <summary>
/// Covet against System.Text.Json once more, with FsCheck, which makes an input that fails smaller: what it prints is mostly a
/// token or two.
/// </summary>
public sealed class PropertyTests
{
    private static readonly Gen<int> Seeds = Gen.Choose(0, int.MaxValue);

    public static TheoryData<string> Names => [.. Cases.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Values_are_written_and_inputs_are_read_as_System_Text_Json_does(string name)
    {
        var item = Cases.All[name];
        Properties.Check(Values(), value => Same(Comparison.OfWriting(item, new ValueFactory(new Random(value.Seed)).Make(item.Shape.Type, value.Depth))));
        Properties.Check(Inputs(item.Shape), input => Same(Comparison.OfReading(item, input.Utf8)));
    }

    [Fact]
    public void The_values_that_FsCheck_makes_are_written_and_read_as_System_Text_Json_does()
    {
        Values<bool>("bool");
        Values<byte>("byte");
        Values<sbyte>("sbyte");
        Values<short>("short");
        Values<ushort>("ushort");
        Values<int>("int");
        Values<uint>("uint");
        Values<long>("long");
        Values<ulong>("ulong");
        Values<float>("float");
        Values<double>("double");
        Values<decimal>("decimal");
        Values<char>("char");
        Values<string>("string");
        Values<Guid>("Guid");
        Values<DateTime>("DateTime");
        Values<DateTimeOffset>("DateTimeOffset");
        Values<TimeSpan>("TimeSpan");
        Values<int?>("int?");
        Values<int[]>("int[]");
        Values<List<string>>("List<string>");
        Values<Dictionary<string, int>>("Dictionary<string, int>");
    }

    [Fact]
    public void An_input_that_fails_is_shown_small_with_the_seed_that_repeats_it()
    {
        var inputs = Arb.From(Seeds.Select(static seed => new JsonInput(Cases.All["Person"].Shape.Write(new Person("Seven" + seed, 7, null)))), JsonShrinker.Shrink);
        var failure = Assert.ThrowsAny<Exception>(() => Properties.Check(inputs, static input => (!input.Utf8.AsSpan().Contains((byte)'7')).Label("has a seven")));
        Assert.Matches(@"Falsifiable, after 1 test \(\d+ shrinks?\) \(\d+,\d+\)", failure.Message);
        Assert.Matches(@"Shrunk:\s+""?7\b", failure.Message);
    }

    private static void Values<T>(string name)
    {
        var item = Cases.All[name];
        Properties.Check(ArbMap.Default.ArbFor<T>(), value =>
        {
            var written = Comparison.OfWriting(item, value);
            return written.Same && written.Actual.Text is { } text ? Same(Comparison.OfReading(item, System.Text.Encoding.UTF8.GetBytes(text))) : Same(written);
        });
    }

    // A value is its seed and how deep it may be; less deep is smaller.
    private static Arbitrary<(int Seed, int Depth)> Values() =>
        Arb.From(Seeds.Select(static seed => (seed, 4)), static value => Enumerable.Range(0, value.Item2).Select(depth => (value.Item1, depth)));

    private static Arbitrary<JsonInput> Inputs(IShape shape) =>
        Arb.From(Seeds.Select(seed => new JsonInput(new RandomInput(new Random(seed)).Make(shape) ?? "null"u8.ToArray())), JsonShrinker.Shrink);

    private static Property Same(Comparison comparison) => comparison.Same.Label($"EXPECTED {comparison.Expected}\nACTUAL   {comparison.Actual}");
}
