using System.Text;

namespace Covet.Json.Tests.Differential;

/// <summary>
/// Covet against System.Text.Json, shape by shape. COVET_SEED repeats a run, COVET_JSON_COUNT sets how many values
/// and how many inputs a shape gets.
/// </summary>
public sealed class DifferentialTests(ITestOutputHelper output)
{
    private static readonly int Count = int.TryParse(Environment.GetEnvironmentVariable("COVET_JSON_COUNT"), out var count) ? count : 1000;

    public static TheoryData<string> Names => [.. Cases.All.Keys];

    [Fact]
    public void The_table_has_at_least_150_shapes() => Assert.InRange(Cases.All.Count(static item => item.Value.Shape is not ForeignShape), 150, int.MaxValue);

    [Theory]
    [MemberData(nameof(Names))]
    public void Output_is_byte_identical_with_System_Text_Json(string name)
    {
        var item = Cases.All[name];
        var values = new ValueFactory(new Random(Seed.Value));
        var failures = new Failures(output, Seed.Value);
        for (var i = 0; i < CountOf(name) && !failures.Enough; i++)
        {
            var (expected, actual, same) = Comparison.OfWriting(item, values.Make(item.Shape.Type));
            if (!same)
            {
                failures.Add("value of seed " + Seed.Value + ", number " + i, expected, actual);
            }
        }

        failures.Check();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Input_is_read_to_the_same_value_or_refused_by_both(string name)
    {
        var item = Cases.All[name];
        var inputs = new RandomInput(new Random(Seed.Value));
        var failures = new Failures(output, Seed.Value);
        for (var i = 0; i < CountOf(name) && !failures.Enough; i++)
        {
            if (inputs.Make(item.Shape) is { } input && Comparison.OfReading(item, input) is { Same: false } difference)
            {
                failures.Add(Encoding.UTF8.GetString(input), difference.Expected, difference.Actual);
            }
        }

        failures.Check();
    }

    [Theory]
    [InlineData("Populate Outer", """{"second":{"flag":true},"second":{}}""")]
    [InlineData("ExtensionNode", """{"Id":[1],"ID":"","known":1}""")]
    [InlineData("Populate ConvertedMembers", """{"location":[1,2],"location":[3,4]}""")]
    [InlineData("Named", """{"THECOUNT":1,"theCount":1}""")]
    [InlineData("Indented Named", """{"THECOUNT":1,"TheCount":1}""")]
    [InlineData("Snake Named", """{"THE_COUNT":1,"the_count":1}""")]
    [InlineData("Indented ExtensionNode", """{"Id":[1],"ID":"","Known":1}""")]
    public void Input_that_was_once_read_differently_is_not_any_more(string name, string input) =>
        Assert.True(Comparison.OfReading(Cases.All[name], Encoding.UTF8.GetBytes(input)) is { Same: true }, "The readers differ.");

    // The variants differ from the table in what their options change, which fewer values show.
    private static int CountOf(string name) => name.Contains(' ', StringComparison.Ordinal) && !name.Contains('<', StringComparison.Ordinal) ? Math.Max(1, Count / 3) : Count;
}
