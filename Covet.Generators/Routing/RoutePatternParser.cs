using System.Text;
using Covet.Generators.Model;

namespace Covet.Generators.Routing;

/// <summary>Parses route templates in ASP.NET Core's syntax; what that refuses is refused, with the place.</summary>
internal sealed class RoutePatternParser
{
    private readonly string template;
    private readonly List<RouteSegmentSpec> segments = [];
    private readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
    private int index;

    private RoutePatternParser(string template) => this.template = template;

    private bool AtEnd => index >= template.Length;

    /// <summary>Parses a template; a leading <c>/</c> or <c>~/</c> is passed over.</summary>
    public static RouteParseResult Parse(string template)
    {
        try
        {
            return new RouteParseResult(new RoutePatternParser(template).Parse(), null);
        }
        catch (RouteTemplateException exception)
        {
            return new RouteParseResult(null, exception.Error);
        }
    }

    private RoutePatternSpec Parse()
    {
        if (template.StartsWith("~/", StringComparison.Ordinal))
        {
            index = 2;
        }
        else if (template.StartsWith("~", StringComparison.Ordinal))
        {
            throw Fault(RouteTemplateErrorKind.Tilde, 0, 1, "'~' may only begin a template as '~/'");
        }
        else if (template.StartsWith("/", StringComparison.Ordinal))
        {
            index = 1;
        }

        var first = index;
        var catchAll = -1;
        while (!AtEnd)
        {
            if (template[index] == '/')
            {
                throw Fault(RouteTemplateErrorKind.EmptySegment, index, 1, "two slashes stand side by side");
            }

            if (catchAll >= 0)
            {
                throw Fault(RouteTemplateErrorKind.CatchAllNotLast, catchAll, index - catchAll, "a catch-all parameter must be the last segment");
            }

            var start = index;
            var segment = ParseSegment();
            segments.Add(segment);
            catchAll = segment.Parts[0].IsCatchAll ? start : -1;
            index++;
        }

        return new RoutePatternSpec(template.Substring(first), segments.ToEquatableArray());
    }

    private RouteSegmentSpec ParseSegment()
    {
        var start = index;
        var parts = new List<RoutePartSpec>();
        while (!AtEnd && template[index] != '/')
        {
            parts.Add(IsParameterNext() ? ParseParameter() : ParseLiteral());
        }

        RouteSegmentRules.Check(parts, template, start, index - start);
        return new RouteSegmentSpec(parts.ToEquatableArray());
    }

    /// <summary>Whether a brace stands here that is not the first of a doubled one.</summary>
    private bool IsParameterNext() => template[index] == '{' && !(index + 1 < template.Length && template[index + 1] == '{');

    private RoutePartSpec ParseLiteral()
    {
        var text = new StringBuilder();
        while (!AtEnd && template[index] != '/' && !IsParameterNext())
        {
            var c = template[index];
            if (c is '{' or '}')
            {
                // An opening brace here is doubled; a closing one has to be.
                if (index + 1 >= template.Length || template[index + 1] != c)
                {
                    throw Fault(RouteTemplateErrorKind.UnbalancedBrace, index, 1, "'}' closes no parameter; write '}}' for the character itself");
                }

                index++;
            }
            else if (c == '?')
            {
                throw Fault(RouteTemplateErrorKind.QuestionMark, index, 1, "a literal cannot have '?', which begins the query");
            }

            text.Append(c);
            index++;
        }

        return new RoutePartSpec(RoutePartKind.Literal, text.ToString());
    }

    private RoutePartSpec ParseParameter()
    {
        var start = index;
        var inside = new StringBuilder();
        for (index++; ; index++)
        {
            if (AtEnd)
            {
                throw Fault(RouteTemplateErrorKind.UnbalancedBrace, start, template.Length - start, "the parameter that begins here is not closed");
            }

            var c = template[index];
            if (c is '{' or '}')
            {
                if (index + 1 < template.Length && template[index + 1] == c)
                {
                    index++;
                }
                else if (c == '}')
                {
                    break;
                }
                else
                {
                    throw Fault(
                        index + 1 < template.Length ? RouteTemplateErrorKind.UnescapedBrace : RouteTemplateErrorKind.UnbalancedBrace,
                        index,
                        1,
                        "inside a parameter a brace is written twice");
                }
            }

            inside.Append(c);
        }

        index++;
        var place = new RouteTemplatePlace(template, start, index - start);
        var parameter = RouteParameterParser.Parse(inside.ToString(), place);
        if (!names.Add(parameter.Text))
        {
            throw Fault(RouteTemplateErrorKind.DuplicateParameter, start, index - start, "the parameter '" + parameter.Text + "' stands twice");
        }

        return parameter;
    }

    private RouteTemplateException Fault(RouteTemplateErrorKind kind, int at, int length, string message) =>
        new RouteTemplatePlace(template, at, length).Fault(kind, message);
}
