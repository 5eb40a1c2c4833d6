using System.Text;

namespace Covet.Json.Tests.Differential;

/// <summary>Turns valid JSON into hostile JSON, most of it still close to valid.</summary>
internal sealed class Mutator(Random random)
{
    private static readonly string[] Tokens =
    [
        "null", "true", "false", "0", "-0", "-", "+1", "01", "1.", ".5", "1.0", "0.0", "1e5", "1E+2", "1e", "1e-7", "1E400", "-1e-400", "1e2147483648", "1e99999999999", "99999999999999999999999999", "0.1",
        "127", "128", "-128", "-129", "255", "256", "-1", "32768", "65535", "65536", "2147483647", "2147483648", "-2147483648", "-2147483649", "4294967296", "9223372036854775807", "9223372036854775808", "-9223372036854775809",
        "18446744073709551615", "18446744073709551616", "340282366920938463463374607431768211456", "79228162514264337593543950336", "0.00000000000000000000000000001", "1.7976931348623157e308", "1.7976931348623159e308", "3.5e38", "65520", "5e-324", "2e-324",
        "NaN", "Infinity", "\"NaN\"", "\"Infinity\"", "\"-Infinity\"", "\"nan\"", "\"+Infinity\"", "\"\"", "\" \"", "\"1\"", "\" 1\"", "\"1 \"", "\"0x10\"", "\"-1\"", "\"+1\"", "\"01\"", "\"1.5\"", "\"1e2\"", "\"1,5\"", "\"\\u0031\"", "\"true\"", "\"True\"", "\"null\"",
        "[]", "{}", "[[]]", "[null]", "{\"a\":1}", "[1,2]", "\"a\"", "\"ab\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\ud83d\\ude00\"", "\"\\ud83dx\"", "\"\\u0000\"", "\"\\u00\"", "\"\\x\"", "\"\\", "\"", "\"\u0001\"", "\"\n\"", "\"é\"", "\"😀\"", "\"\\/\\b\\f\\n\\r\\t\\\"\\\\\"",
        "\"2024-01-01\"", "\"2024-02-30\"", "\"2024-01-01T00:00:00Z\"", "\"2024-01-01T00:00:00\"", "\"2024-01-01T00:00:00+14:00\"", "\"2024-01-01T00:00:00+14:01\"", "\"2024-01-01T00:00:00.12345678901Z\"", "\"2024-01-01T24:00:00\"", "\"2024-01-01T00:00\"", "\"2024-01-01 00:00:00\"", "\"0000-01-01\"", "\"0001-01-01T00:00:00+01:00\"",
        "\"2024\\u002d01-01\"", "\"12:34:56\"", "\"24:00:00\"", "\"23:59:59.9999999\"", "\"23:59:59.99999999\"", "\"12:34\"", "\"1.02:03:04\"", "\"-1.02:03:04.0000001\"", "\"10675199.02:48:05.4775807\"", "\"10675199.02:48:05.4775808\"", "\"1\"", "\"-00:00:01\"",
        "\"6F9619FF-8B86-D011-B42D-00CF4FC964FF\"", "\"6f9619ff8b86d011b42d00cf4fc964ff\"", "\"{6f9619ff-8b86-d011-b42d-00cf4fc964ff}\"", "\"6f9619ff-8b86-d011-b42d-00cf4fc964fg\"", "\"6f9619ff\\u002d8b86-d011-b42d-00cf4fc964ff\"",
        "\"AQ==\"", "\"AQ\"", "\"AQ=\"", "\"A Q==\"", "\"\\u0041Q==\"", "\"_-8=\"", "\"AQID\\/w==\"", "\"1.2\"", "\"1.2.3.4\"", "\"1.2.3.4.5\"", "\" 1.2\"", "\"1.+2\"", "\"1.2147483648\"", "\"http://[\"", "\"//x\"", "\"http://a b/\"",
        "\"Red\"", "\"red\"", "\"RED\"", "\" Red \"", "\"Red, Blue\"", "\"Read,write\"", "\"5\"", "\"-7\"", "\"Unknown\"", "\"in-progress\"", "\"InProgress\"", "\"root, READ\"", "\"circle\"", "\"1 EUR\"", "\"x EUR\"",
        "{\"$type\":\"circle\"}", "{\"$type\":\"nothing\"}", "{\"kind\":1}", "{\"kind\":\"1\"}", "{\"kind\":99}", "{\"$id\":\"1\"}", "{\"$ref\":\"1\"}", "{\"$values\":[]}", "// x\n1", "/* x */ 1", "1/*", "tru", "nulll", "undefined", "'a'", "\ufeff1",
    ];

    private static readonly string[] Names = ["\"\"", "\"unknown\"", "\"$type\"", "\"kind\"", "\"Id\"", "\"ID\"", "\"id\"", "\"\\u0069d\"", "\"value\"", "\"\\ud800\"", "\"a\\\"b\"", "\"Item1\"", "\"key\"", "\"Key\"", "1", "name", "\"$id\"", "\"$ref\"", "\"$values\""];

    public byte[] Mutate(byte[] valid)
    {
        var tree = JsonTree.Parse(valid);
        var times = random.Next(6) == 0 ? 0 : 1 + (random.Next(4) == 0 ? random.Next(3) : 0);
        for (var i = 0; i < times; i++)
        {
            MutateTree(tree);
        }

        var bytes = tree.Render(Space(random.Next(8)));
        return random.Next(4) == 0 ? MutateBytes(bytes) : bytes;
    }

    private Func<string> Space(int style) => style switch
    {
        0 => () => random.Next(2) == 0 ? " " : "\r\n\t",
        1 => () => random.Next(10) == 0 ? "/* c */" : "",
        2 => () => random.Next(20) == 0 ? "// c\n" : " ",
        _ => static () => "",
    };

    private void MutateTree(JsonTree tree)
    {
        var nodes = tree.Nodes().ToList();
        var node = nodes[random.Next(nodes.Count)];
        var objects = nodes.FindAll(static n => n.Members.Count > 0);
        switch (random.Next(16))
        {
            case 0 or 1 or 2 or 3:
                node.Become(JsonTree.Token(Tokens[random.Next(Tokens.Length)]));
                break;
            case 4:
                node.Become(nodes[random.Next(nodes.Count)].Clone());
                break;
            case 5:
                node.Become(JsonTree.Token(JsonNodeFactory.Text(random)));
                break;
            case 6 when node.Kind == 'v':
                node.Raw = Requote(node.Raw);
                break;
            case 7:
                var wrapped = node.Clone();
                node.Become(JsonTree.Token("[]"));
                (node.Kind, node.Raw) = ('a', []);
                node.Items.Add(wrapped);
                break;
            case 8 when node.Kind == 'a':
                node.Items.Add(node.Items.Count > 0 && random.Next(2) == 0 ? node.Items[random.Next(node.Items.Count)].Clone() : JsonTree.Token(Tokens[random.Next(Tokens.Length)]));
                break;
            default:
                if (objects.Count > 0)
                {
                    MutateMembers(objects[random.Next(objects.Count)].Members);
                }

                break;
        }
    }

    private void MutateMembers(List<(byte[] Name, JsonTree Value)> members)
    {
        var index = random.Next(members.Count);
        var (name, value) = members[index];
        switch (random.Next(9))
        {
            case 0:
                members.RemoveAt(index);
                break;
            case 1:
                members.Insert(random.Next(members.Count + 1), (name, random.Next(2) == 0 ? value.Clone() : JsonTree.Token(Tokens[random.Next(Tokens.Length)])));
                break;
            case 2:
                members.Insert(random.Next(members.Count + 1), (Encoding.UTF8.GetBytes(Names[random.Next(Names.Length)]), JsonTree.Token(JsonNodeFactory.Text(random))));
                break;
            case 3:
                members[index] = (Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(name).ToUpperInvariant().Replace("\\U", "\\u", StringComparison.Ordinal)), value);
                break;
            case 4:
                members[index] = (Escape(name), value);
                break;
            case 5:
                members[index] = (Encoding.UTF8.GetBytes(Names[random.Next(Names.Length)]), value);
                break;
            case 6 when random.Next(2) == 0 && Array.FindAll(Tokens, static token => token.Length > 1 && token[0] == '"' && token[^1] == '"') is var strings:
                members[index] = (Encoding.UTF8.GetBytes(strings[random.Next(strings.Length)]), value);
                break;
            case 6:
                (members[0], members[index]) = (members[index], members[0]);
                break;
            case 7:
                members.Reverse();
                break;
            default:
                members[index] = (name, JsonTree.Token("null"));
                break;
        }
    }

    private byte[] Escape(byte[] name)
    {
        var at = name.Length > 2 ? random.Next(1, name.Length - 1) : 0;
        return at > 0 && name[at] is >= (byte)'0' and <= (byte)'z' and not (byte)'\\' && name[at - 1] != '\\'
            ? [.. name.AsSpan(0, at), .. Encoding.ASCII.GetBytes($"\\u00{name[at]:x2}"), .. name.AsSpan(at + 1)]
            : name;
    }

    private byte[] Requote(byte[] raw)
    {
        var text = Encoding.UTF8.GetString(raw);
        return Encoding.UTF8.GetBytes(text.StartsWith('"') ? text.Trim('"') : random.Next(3) == 0 ? "\" " + text + "\"" : "\"" + text + "\"");
    }

    private byte[] MutateBytes(byte[] bytes)
    {
        var list = bytes.ToList();
        var at = random.Next(list.Count + 1);
        byte[] odd = [0, 0x80, 0xC0, 0xFF, 0xED, 0xA0, 0x80, (byte)'"', (byte)'\\', (byte)',', (byte)':', (byte)'{', (byte)'}', (byte)'[', (byte)']', (byte)'/', (byte)'-', (byte)'0', (byte)'e'];
        switch (random.Next(7))
        {
            case 0:
                return bytes[..at];
            case 1 when at < list.Count:
                list[at] = odd[random.Next(odd.Length)];
                break;
            case 2:
                list.Insert(at, odd[random.Next(odd.Length)]);
                break;
            case 3 when at < list.Count:
                list.RemoveAt(at);
                break;
            case 4:
                list.AddRange(Encoding.UTF8.GetBytes(Tokens[random.Next(Tokens.Length)]));
                break;
            case 5:
                var close = bytes.AsSpan().LastIndexOfAny((byte)'}', (byte)']');
                if (close > 0)
                {
                    list.Insert(close, (byte)',');
                }

                break;
            default:
                list.InsertRange(at, new byte[][] { [0xC3, 0x28], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0xEF, 0xBB, 0xBF], [0xF0, 0x9F, 0x98, 0x80] }[random.Next(6)]);
                break;
        }

        return [.. list];
    }
}
