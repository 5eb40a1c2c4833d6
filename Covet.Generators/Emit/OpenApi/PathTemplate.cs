using System.Text;

namespace Covet.Generators.Emit.OpenApi;

/// <summary>A route template as OpenAPI path templates: an optional parameter makes one path with it and one without.</summary>
internal sealed record PathTemplate(string Path, IReadOnlyList<PathParameter> Parameters)
{
    /// <summary>The paths of a valid template, longest first.</summary>
    public static IReadOnlyList<PathTemplate> Parse(string template)
    {
        var segments = template.Trim('/').Length == 0 ? [] : Split(template.Trim('/')).Select(Segment).ToList();
        var paths = new List<PathTemplate>();
        for (var count = segments.Count; ; count--)
        {
            var taken = segments.Take(count).ToList();
            paths.Add(new PathTemplate("/" + string.Join("/", taken.Select(s => s.Text)), taken.SelectMany(s => s.Parameters).ToList()));
            if (count == 0 || !segments[count - 1].CanBeLeftOut)
            {
                return paths;
            }
        }
    }

    private static IEnumerable<string> Split(string template)
    {
        // A slash in a constraint's argument, as in regex(^a/b$), is part of the parameter.
        var start = 0;
        var braces = 0;
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i] is '{' or '}' && i + 1 < template.Length && template[i + 1] == template[i])
            {
                i++;
            }
            else if (template[i] == '{')
            {
                braces++;
            }
            else if (template[i] == '}')
            {
                braces--;
            }
            else if (template[i] == '/' && braces == 0)
            {
                yield return template.Substring(start, i - start);
                start = i + 1;
            }
        }

        yield return template.Substring(start);
    }

    private static PathSegment Segment(string segment)
    {
        var text = new StringBuilder();
        var parameters = new List<PathParameter>();
        for (var i = 0; i < segment.Length; i++)
        {
            var c = segment[i];
            if (c is '{' or '}' && i + 1 < segment.Length && segment[i + 1] == c)
            {
                // A literal brace, which an OpenAPI path template can hold in percent-encoding only.
                text.Append(c == '{' ? "%7B" : "%7D");
                i++;
            }
            else if (c == '{')
            {
                var end = End(segment, i);
                var parameter = Parameter(segment.Substring(i + 1, end - i - 1));
                parameters.Add(parameter);
                text.Append('{').Append(parameter.Name).Append('}');
                i = end;
            }
            else
            {
                text.Append(c);
            }
        }

        return new PathSegment(text.ToString(), parameters, parameters.Count == 1 && parameters[0].IsOptional && segment[0] == '{' && segment[segment.Length - 1] == '}');
    }

    private static int End(string segment, int start)
    {
        for (var i = start + 1; i < segment.Length; i++)
        {
            if (segment[i] == '}' && i + 1 < segment.Length && segment[i + 1] == '}')
            {
                i++;
            }
            else if (segment[i] == '}')
            {
                return i;
            }
        }

        return segment.Length - 1;
    }

    private static PathParameter Parameter(string text)
    {
        var catchAll = text.StartsWith("*", StringComparison.Ordinal);
        text = text.TrimStart('*').Replace("{{", "{").Replace("}}", "}");
        var name = new string([.. text.TakeWhile(c => c is not (':' or '=' or '?'))]);
        var constraints = new List<string>();
        var position = name.Length;
        while (position < text.Length && text[position] == ':')
        {
            var start = ++position;
            var parentheses = 0;
            for (; position < text.Length && (parentheses != 0 || text[position] is not (':' or '=' or '?')); position++)
            {
                parentheses += text[position] switch { '(' => 1, ')' => -1, _ => 0 };
            }

            constraints.Add(text.Substring(start, position - start));
        }

        // A catch-all takes the empty rest too, but its path without it is another route's.
        var optional = !catchAll && position < text.Length && text[position] is '?' or '=';
        return new PathParameter(name, constraints, catchAll, optional);
    }

    private sealed record PathSegment(string Text, IReadOnlyList<PathParameter> Parameters, bool CanBeLeftOut);
}
