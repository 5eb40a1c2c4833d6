using System.Text;
using System.Text.Json;
using Covet.Json.Shapes;

namespace Covet.Json.Tests.Differential;

/// <summary>
/// Covet against System.Text.Json, shape by shape. COVET_JSON_SEED repeats a run, COVET_JSON_COUNT sets how many values
/// and how many inputs a shape gets.
/// </summary>
public sealed class DifferentialTests(ITestOutputHelper output)
{
    private static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("COVET_JSON_SEED"), out var seed) ? seed : Environment.TickCount;
    private static readonly int Count = int.TryParse(Environment.GetEnvironmentVariable("COVET_JSON_COUNT"), out var count) ? count : 1000;

    public static TheoryData<string> Names => [.. Cases.All.Keys];

    [Fact]
    public void The_table_has_at_least_150_shapes() => Assert.InRange(Cases.All.Count(static item => item.Value.Shape is not ForeignShape), 150, int.MaxValue);

    [Theory]
    [MemberData(nameof(Names))]
    public void Output_is_byte_identical_with_System_Text_Json(string name)
    {
        var (_, shape, _, writing) = Cases.All[name];
        var random = new Random(Seed);
        var values = new ValueFactory(random);
        var failures = new Failures(output, Seed);
        for (var i = 0; i < CountOf(name) && !failures.Enough; i++)
        {
            var value = values.Make(shape.Type);
            var expected = Outcome.Of(() => JsonSerializer.SerializeToUtf8Bytes(value, shape.Type, writing));
            var actual = Outcome.Of(() => shape.Write(value));
            if ((expected.Text != actual.Text || actual.IsCrash) && !DeliberateDifferences.OfWriting(expected, actual))
            {
                failures.Add("value of seed " + Seed + ", number " + i, expected, actual);
            }
        }

        failures.Check();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Input_is_read_to_the_same_value_or_refused_by_both(string name)
    {
        var (_, shape, reading, writing) = Cases.All[name];
        var random = new Random(Seed);
        var values = new ValueFactory(random);
        var mutator = new Mutator(random);
        var failures = new Failures(output, Seed);
        for (var i = 0; i < CountOf(name) && !failures.Enough; i++)
        {
            if (!TryValid(values, shape, out var valid))
            {
                continue;
            }

            var input = mutator.Mutate(valid);
            var expected = Outcome.Of(() => JsonSerializer.SerializeToUtf8Bytes(JsonSerializer.Deserialize(input, shape.Type, reading), shape.Type, writing));
            object? read = null;
            var actual = Outcome.Of(() => JsonSerializer.SerializeToUtf8Bytes(read = shape.Read(input), shape.Type, writing));
            if ((expected.Text != actual.Text || actual.IsCrash) && !DeliberateDifferences.OfReading(shape, input, expected, actual, reading))
            {
                failures.Add(Encoding.UTF8.GetString(input), expected, actual);
            }
        }

        failures.Check();
    }

    // The variants differ from the table in what their options change, which fewer values show.
    private static int CountOf(string name) => name.Contains(' ', StringComparison.Ordinal) && !name.Contains('<', StringComparison.Ordinal) ? Math.Max(1, Count / 3) : Count;

    private static bool TryValid(ValueFactory values, IShape shape, out byte[] valid)
    {
        try
        {
            valid = shape.Write(values.Make(shape.Type));
            return true;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException or InvalidOperationException or JsonException)
        {
            // Not a number, infinities, nulls where none may be: the writing test compares the refusals.
            valid = [];
            return false;
        }
    }
}
