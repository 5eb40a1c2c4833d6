namespace Covet.Generators.Emit.OpenApi;

/// <summary>
/// Readable component names for full C# type names: <c>Todo</c>, <c>PageOfTodo</c>, <c>TodoArray</c>. Names that clash
/// all take more of their namespace, so that no name depends on which type was seen first.
/// </summary>
internal static class SchemaNames
{
    private const int MaxDepth = 16;

    public static Dictionary<string, string> Assign(IEnumerable<string> keys)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var open = keys.OrderBy(k => k, StringComparer.Ordinal).ToList();
        for (var depth = 0; open.Count != 0 && depth <= MaxDepth; depth++)
        {
            var groups = open.GroupBy(key => Name(key, depth), StringComparer.OrdinalIgnoreCase).ToList();
            open = [];
            foreach (var group in groups)
            {
                if (group.Count() == 1 && taken.Add(group.Key))
                {
                    names[group.First()] = group.Key;
                }
                else
                {
                    open.AddRange(group);
                }
            }
        }

        // Equal full names from two assemblies.
        var number = 2;
        foreach (var key in open)
        {
            string name;
            do
            {
                name = Name(key, MaxDepth) + "_" + number++.ToString(System.Globalization.CultureInfo.InvariantCulture);
            }
            while (!taken.Add(name));
            names[key] = name;
        }

        return names;
    }

    private static string Name(string key, int depth)
    {
        var assembly = key.IndexOf('#');
        var type = assembly < 0 ? key : key.Substring(0, assembly);
        return string.Concat(type.Split(PolymorphicSchemas.Separator).Select(part =>
        {
            var position = 0;
            return OperationNames.Safe(TypeName(part, ref position, depth));
        }));
    }

    /// <summary>Reads a type name from a position, up to a comma or a closing bracket at its level.</summary>
    private static string TypeName(string text, ref int position, int depth)
    {
        if (position < text.Length && text[position] == '(')
        {
            return Suffixes(text, ref position, "TupleOf" + Arguments(text, ref position, ')', depth));
        }

        var segments = new List<string>();
        var arguments = "";
        var start = position;
        while (position < text.Length && text[position] is not (',' or '>' or ')' or '?' or '['))
        {
            if (text[position] is '.' or ':' or '<' or ' ')
            {
                AddSegment(segments, text, start, position);
                if (text[position] == '<')
                {
                    arguments += "Of" + Arguments(text, ref position, '>', depth);
                    start = position;
                    continue;
                }

                if (text[position] == ' ')
                {
                    // A tuple element's name.
                    while (position < text.Length && text[position] is not (',' or ')'))
                    {
                        position++;
                    }

                    start = position;
                    break;
                }

                start = position + 1;
            }

            position++;
        }

        AddSegment(segments, text, start, position);
        var taken = segments.Skip(Math.Max(0, segments.Count - 1 - depth)).Select(s => OperationNames.Capitalise(s.TrimStart('@')));
        return Suffixes(text, ref position, string.Concat(taken) + arguments);
    }

    private static string Suffixes(string text, ref int position, string name)
    {
        while (position < text.Length && text[position] is '?' or '[')
        {
            if (text[position] == '?')
            {
                name = "Nullable" + name;
                position++;
            }
            else
            {
                position = text.IndexOf(']', position) + 1;
                name += "Array";
            }
        }

        return name;
    }

    private static string Arguments(string text, ref int position, char end, int depth)
    {
        var names = new List<string>();
        do
        {
            position++;
            while (position < text.Length && text[position] == ' ')
            {
                position++;
            }

            names.Add(TypeName(text, ref position, depth));
            if (position < text.Length && text[position] == ' ')
            {
                // The name of a tuple element after a nullable or generic type.
                position = text.IndexOfAny([',', end], position);
            }
        }
        while (position >= 0 && position < text.Length && text[position] == ',');

        position++;
        return string.Join("And", names);
    }

    private static void AddSegment(List<string> segments, string text, int start, int end)
    {
        if (end > start && text.Substring(start, end - start) is var segment && segment != "global")
        {
            segments.Add(segment);
        }
    }
}
