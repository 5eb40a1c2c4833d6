using System.Text.Json;
using Covet.Json.Shapes;

namespace Covet.Json.Tests.Differential;

/// <summary>Random input of a shape, most of it hostile.</summary>
internal sealed class RandomInput
{
    private readonly ValueFactory values;
    private readonly Mutator mutator;

    public RandomInput(Random random)
    {
        values = new ValueFactory(random);
        mutator = new Mutator(random);
    }

    /// <summary>The input; null where the random value cannot be written: not a number, infinities, nulls where none may be.</summary>
    public byte[]? Make(IShape shape, bool mutate = true)
    {
        try
        {
            var valid = shape.Write(values.Make(shape.Type));
            return mutate ? mutator.Mutate(valid) : valid;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException or InvalidOperationException or JsonException)
        {
            // The test of writing compares the refusals.
            return null;
        }
    }
}
