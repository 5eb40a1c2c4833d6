using System.Text;

namespace Covet.Json.Tests.Fuzz;

/// <summary>What holds for every error: a path, a place inside the input, and no more than 64 bytes of it.</summary>
internal static class ErrorChecks
{
    private const int Limit = 64;

    public static void Check(CovetJsonException refusal, ReadOnlySpan<byte> input, string shown)
    {
        Assert.True(refusal.Errors.Count > 0, shown);
        foreach (var error in refusal.Errors)
        {
            Assert.True(error.Path.StartsWith('$'), shown + "\n" + error);
            Assert.True(Offset(input, error) is >= 0 and var offset && offset <= input.Length, shown + "\n" + error);
            Assert.True(!Echoes(input, error.Path + error.Message), shown + "\n" + error);
        }

        Assert.Equal((refusal.Errors[0].Path, refusal.Errors[0].LineNumber, refusal.Errors[0].BytePositionInLine), (refusal.Path, refusal.LineNumber ?? -1, refusal.BytePositionInLine ?? -1));
        Assert.True(!Echoes(input, refusal.Message), shown + "\n" + refusal.Message);
    }

    private static long Offset(ReadOnlySpan<byte> input, CovetJsonError error)
    {
        var line = 0;
        for (var i = 0L; i < error.LineNumber; i++)
        {
            var end = input[line..].IndexOf((byte)'\n');
            if (end < 0)
            {
                return -1;
            }

            line += end + 1;
        }

        return line + error.BytePositionInLine;
    }

    // Whether a run of more than 64 bytes of the input stands in the text.
    private static bool Echoes(ReadOnlySpan<byte> input, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var i = 0; i + Limit < bytes.Length; i++)
        {
            if (input.IndexOf(bytes.AsSpan(i, Limit + 1)) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
