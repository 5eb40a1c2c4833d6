using System.Text;
using System.Text.Json;

namespace Covet.Json.Tests.Differential;

/// <summary>What came of a call: text, or the exception that refused it.</summary>
internal readonly record struct Outcome(string? Text, Exception? Refusal)
{
    public static Outcome Of(Func<byte[]> call)
    {
        try
        {
            return new Outcome(Encoding.UTF8.GetString(call()), null);
        }
        catch (Exception e)
        {
            return new Outcome(null, e);
        }
    }

    /// <summary>Whether the refusal is of a kind that a host can answer: anything else is a crash.</summary>
    public bool IsCrash => Refusal is not (null or JsonException or NotSupportedException or ArgumentException or InvalidOperationException);

    public override string ToString() => Text ?? Refusal!.GetType().Name + ": " + Refusal.Message;
}
