using System.Buffers;

namespace Covet.Internal;

// An array that is written an item at a time: a writer cannot outlive an await, so each item gets one that goes on where the last stopped.
public ref partial struct JsonWriter
{
    /// <summary>A writer that has begun an item of the array; writes the bracket before the first.</summary>
    internal static JsonWriter BeginStreamItem(IBufferWriter<byte> output, JsonSettings settings, bool any)
    {
        var writer = new JsonWriter(output, settings);
        if (any)
        {
            writer.depth = 1;
            writer.hasItem = true;
        }
        else
        {
            writer.BeginArray();
        }

        writer.BeginItem();
        return writer;
    }

    /// <summary>Writes the end of the array, and its beginning where it has no items.</summary>
    internal static void EndStream(IBufferWriter<byte> output, JsonSettings settings, bool any)
    {
        var writer = new JsonWriter(output, settings);
        if (any)
        {
            writer.depth = 1;
            writer.hasItem = true;
        }
        else
        {
            writer.BeginArray();
        }

        writer.EndArray();
        writer.Flush();
    }
}
