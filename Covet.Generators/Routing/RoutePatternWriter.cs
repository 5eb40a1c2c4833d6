using Covet.Generators.Model;
using Covet.Generators.Routing.Layout;

namespace Covet.Generators.Routing;

/// <summary>Writes patterns: their endpoints, parameters, constraints and segments of several parts.</summary>
internal sealed class RoutePatternWriter(List<int> numbers, RouteTextPool text)
{
    private readonly Dictionary<string, int> regexes = new(StringComparer.Ordinal);

    /// <summary>The number of different regular expressions so far.</summary>
    public int RegexCount => regexes.Count;

    public void Write(TablePattern pattern)
    {
        var parameters = pattern.Pattern.Parameters.ToList();
        var at = numbers.Count;
        pattern.Offset = at;
        numbers.AddRange(new int[RouteTableLayout.PatternEndpoints]);
        foreach (var (method, entry) in pattern.Endpoints)
        {
            numbers.Add(method);
            numbers.Add(entry.Module);
            numbers.Add(entry.Endpoint);
        }

        numbers[at + RouteTableLayout.PatternMethods] = pattern.Methods;
        numbers[at + RouteTableLayout.PatternEndpointCount] = pattern.Endpoints.Count;
        numbers[at + RouteTableLayout.PatternIndex] = pattern.Index;
        numbers[at + RouteTableLayout.PatternParameterCount] = parameters.Count;
        numbers[at + RouteTableLayout.PatternParameters] = WriteParameters(pattern.Pattern);
        numbers[at + RouteTableLayout.PatternConstraints] = WriteConstraints(parameters);
        numbers[at + RouteTableLayout.PatternComplex] = WriteComplex(pattern.Pattern);
        for (var i = 0; i < parameters.Count; i++)
        {
            numbers[numbers[at + RouteTableLayout.PatternParameters] + (i * RouteTableLayout.ParameterSize) + RouteTableLayout.ParameterTexts] = WriteTexts(parameters[i]);
        }
    }

    private int WriteParameters(RoutePatternSpec pattern)
    {
        var at = numbers.Count;
        for (var i = 0; i < pattern.Segments.Count; i++)
        {
            var segment = pattern.Segments[i];
            foreach (var part in segment.Parts.Where(static part => part.IsParameter))
            {
                numbers.Add(
                    !segment.IsSimple ? RouteTableLayout.ParameterInComplex
                    : part.IsCatchAll ? RouteTableLayout.ParameterCatchAll
                    : RouteTableLayout.ParameterSimple);
                numbers.Add(i);
                numbers.Add(0);
            }
        }

        return at;
    }

    private int WriteTexts(RoutePartSpec parameter)
    {
        var at = numbers.Count;
        numbers.Add(text.Add(parameter.Text));
        numbers.Add(parameter.Text.Length);
        numbers.Add(parameter.Default is null ? -1 : text.Add(parameter.Default));
        numbers.Add(parameter.Default?.Length ?? 0);
        return at;
    }

    private int WriteConstraints(List<RoutePartSpec> parameters)
    {
        var count = parameters.Sum(static parameter => parameter.Constraints.Count);
        if (count == 0)
        {
            return 0;
        }

        var at = numbers.Count;
        numbers.Add(count);
        for (var i = 0; i < parameters.Count; i++)
        {
            foreach (var constraint in parameters[i].Constraints)
            {
                var (kind, a, b) = Encode(constraint);
                numbers.Add((int)kind);
                numbers.Add(i);
                numbers.Add(parameters[i].IsOptional ? 1 : 0);
                numbers.Add(unchecked((int)a));
                numbers.Add((int)(a >> 32));
                numbers.Add(unchecked((int)b));
                numbers.Add((int)(b >> 32));
            }
        }

        return at;
    }

    private (RouteConstraintKind Kind, long A, long B) Encode(RouteConstraintSpec constraint)
    {
        var kind = (RouteConstraintKind)Enum.Parse(typeof(RouteConstraintKind), constraint.Name, ignoreCase: true);
        if (constraint.Pattern is not { } pattern)
        {
            return (kind, constraint.Minimum ?? constraint.Maximum ?? 0, constraint.Maximum ?? 0);
        }

        if (!regexes.TryGetValue(pattern, out var number))
        {
            number = regexes.Count;
            regexes.Add(pattern, number);
        }

        return (kind, (uint)text.Add(pattern) | ((long)pattern.Length << 32), number);
    }

    private int WriteComplex(RoutePatternSpec pattern)
    {
        if (pattern.Segments.All(static segment => segment.IsSimple))
        {
            return 0;
        }

        var at = numbers.Count;
        var parameter = 0;
        numbers.Add(pattern.Segments.Count(static segment => !segment.IsSimple));
        for (var i = 0; i < pattern.Segments.Count; i++)
        {
            var segment = pattern.Segments[i];
            if (segment.IsSimple)
            {
                parameter += segment.Parts[0].IsParameter ? 1 : 0;
                continue;
            }

            numbers.Add(i);
            numbers.Add(segment.Parts.Count);
            numbers.Add(segment.Parts[segment.Parts.Count - 1].IsOptional ? 1 : 0);
            foreach (var part in segment.Parts)
            {
                numbers.Add(part.IsParameter ? -1 : text.Add(part.Text));
                numbers.Add(part.IsParameter ? parameter++ : part.Text.Length);
            }
        }

        return at;
    }
}
