using System.Text.Json;

namespace Covet.Json.Tests.Differential;

/// <summary>What came of the same work with System.Text.Json and with Covet.</summary>
internal readonly record struct Comparison(Outcome Expected, Outcome Actual, bool Same)
{
    public static Comparison OfWriting(Case item, object? value)
    {
        var expected = Outcome.Of(() => JsonSerializer.SerializeToUtf8Bytes(value, item.Shape.Type, item.Writing));
        var actual = Outcome.Of(() => item.Shape.Write(value));
        return new Comparison(expected, actual, Equal(expected, actual) || DeliberateDifferences.OfWriting(expected, actual));
    }

    public static Comparison OfReading(Case item, byte[] input)
    {
        var expected = Outcome.Of(() => JsonSerializer.SerializeToUtf8Bytes(JsonSerializer.Deserialize(input, item.Shape.Type, item.Reading), item.Shape.Type, item.Writing));
        var actual = Outcome.Of(() => JsonSerializer.SerializeToUtf8Bytes(item.Shape.Read(input), item.Shape.Type, item.Writing));
        return new Comparison(expected, actual, Equal(expected, actual) || DeliberateDifferences.OfReading(item.Shape, input, expected, actual, item.Reading));
    }

    private static bool Equal(Outcome expected, Outcome actual) => expected.Text == actual.Text && !actual.IsCrash;
}
