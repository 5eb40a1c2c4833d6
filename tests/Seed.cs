namespace Covet.Tests;

/// <summary>
/// The seed of what tests make up at random. A test prints it; COVET_SEED repeats a run. <c>.ci/run</c> takes it from the
/// files that it tests, so that other files meet other input, and the same ones the same.
/// </summary>
internal static class Seed
{
    /// <summary>The seed of this run: COVET_SEED where it is a number, else one by chance.</summary>
    public static int Value { get; } = int.TryParse(System.Environment.GetEnvironmentVariable("COVET_SEED"), System.Globalization.CultureInfo.InvariantCulture, out var given)
        ? given
        : System.Random.Shared.Next();
}
