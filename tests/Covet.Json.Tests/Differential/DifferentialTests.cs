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
    private static readonly int Count = int.TryParse(Environment.GetEnvironmentVariable("COVET_JSON_COUNT"), out var count) ? count : 1500;
    private static readonly Dictionary<string, IShape> Shapes = ShapeTable.Create().ToDictionary(static s => s.Name);

    public static TheoryData<string> Names => [.. Shapes.Keys];

    [Fact]
    public void The_table_has_at_least_150_shapes() => Assert.True(Shapes.Count >= 150, $"{Shapes.Count} shapes");

    [Theory]
    [MemberData(nameof(Names))]
    public void Output_is_byte_identical_with_System_Text_Json(string name)
    {
        var shape = Shapes[name];
        var random = new Random(Seed);
        var values = new ValueFactory(random);
        var failures = new Failures(output, Seed);
        for (var i = 0; i < Count && !failures.Enough; i++)
        {
            var value = values.Make(shape.Type);
            var expected = Outcome.Of(() => JsonSerializer.SerializeToUtf8Bytes(value, shape.Type, Reference.Web));
            var actual = Outcome.Of(() => shape.Write(value));
            if (expected.Text != actual.Text || actual.IsCrash)
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
        var shape = Shapes[name];
        var random = new Random(Seed);
        var values = new ValueFactory(random);
        var mutator = new Mutator(random);
        var failures = new Failures(output, Seed);
        for (var i = 0; i < Count && !failures.Enough; i++)
        {
            if (!TryValid(values, shape, out var valid))
            {
                continue;
            }

            var input = mutator.Mutate(valid);
            var expected = Outcome.Of(() => JsonSerializer.SerializeToUtf8Bytes(JsonSerializer.Deserialize(input, shape.Type, Reference.Web), shape.Type, Reference.Web));
            object? read = null;
            var actual = Outcome.Of(() => JsonSerializer.SerializeToUtf8Bytes(read = shape.Read(input), shape.Type, Reference.Web));
            if ((expected.Text != actual.Text || actual.IsCrash) && !DeliberateDifferences.Cover(shape, input, expected, actual))
            {
                failures.Add(Encoding.UTF8.GetString(input), expected, actual);
            }
        }

        failures.Check();
    }

    private static bool TryValid(ValueFactory values, IShape shape, out byte[] valid)
    {
        try
        {
            valid = JsonSerializer.SerializeToUtf8Bytes(values.Make(shape.Type), shape.Type, Reference.Web);
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
