using System.Text;
using System.Text.Json;
using Covet.Json.Tests.Differential;

namespace Covet.Json.Tests.Fuzz;

/// <summary>Random input that no honest client sends: broken text, broken UTF-8, long runs, and valid JSON of the wrong shape.</summary>
internal sealed class HostileInput(Random random)
{
    private static readonly string[] Names = ["$type", "id", "name", "number", "text", "x", "y", "value", "items", "children", "next", "a\\u0000b", "\\ud800", "\u0130", ""];
    private readonly Mutator mutator = new(random);

    public byte[] Next() => random.Next(8) switch
    {
        0 => Noise(random.Next(200)),
        1 => Tokens(random.Next(60)),
        2 => Encoding.UTF8.GetBytes(Nested(random.Next(90))),
        3 => Encoding.UTF8.GetBytes("{\"" + Names[random.Next(Names.Length)] + "\":" + Long() + "}"),
        4 => Encoding.UTF8.GetBytes("[" + string.Join(',', Enumerable.Repeat(Value(2), random.Next(40))) + "]"),
        _ => Mutated(Encoding.UTF8.GetBytes(Valid())),
    };

    private byte[] Mutated(byte[] valid)
    {
        try
        {
            return mutator.Mutate(valid);
        }
        catch (InvalidOperationException)
        {
            // Names with half of a surrogate pair, which a document gives no text of.
            return valid;
        }
    }

    private string Valid()
    {
        var text = Value(3);
        try
        {
            JsonDocument.Parse(text).Dispose();
            return text;
        }
        catch (JsonException)
        {
            return JsonNodeFactory.Text(random);
        }
    }

    private byte[] Noise(int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }

    private byte[] Tokens(int count)
    {
        const string Structure = "{}[]:,\"\\/ \n0123456789-+.eEtrufalsn";
        return Encoding.UTF8.GetBytes(string.Create(count, random, static (span, random) =>
        {
            foreach (ref var c in span)
            {
                c = Structure[random.Next(Structure.Length)];
            }
        }));
    }

    private string Nested(int depth) => depth == 0 ? Long() : random.Next(2) == 0
        ? "[" + Nested(depth - 1) + "]"
        : "{\"" + Names[random.Next(Names.Length)] + "\":" + Nested(depth - 1) + "}";

    private string Long() => random.Next(5) switch
    {
        0 => new string('9', random.Next(2000)),
        1 => "\"" + new string('s', random.Next(4000)) + "\"",
        2 => "\"" + string.Concat(Enumerable.Repeat("\\ud83d", random.Next(200))) + "\"",
        3 => "\"" + string.Concat(Enumerable.Repeat("\\\"", random.Next(400))),
        _ => "-1" + new string('0', random.Next(400)) + "e" + random.Next(),
    };

    private string Value(int depth)
    {
        if (depth == 0 || random.Next(3) == 0)
        {
            return random.Next(3) == 0 ? Long() : JsonNodeFactory.Text(random, 1);
        }

        var count = random.Next(6);
        return random.Next(2) == 0
            ? "[" + string.Join(',', Enumerable.Range(0, count).Select(_ => Value(depth - 1))) + "]"
            : "{" + string.Join(',', Enumerable.Range(0, count).Select(_ => "\"" + Names[random.Next(Names.Length)] + "\":" + Value(depth - 1))) + "}";
    }
}
