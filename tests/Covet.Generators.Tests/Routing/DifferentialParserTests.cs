using Covet.Generators.Model;
using Covet.Generators.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Covet.Generators.Tests.Routing;

/// <summary>The template parser against ASP.NET Core's own, over random text.</summary>
public sealed class DifferentialParserTests(ITestOutputHelper output)
{
    private const int Templates = 300_000;

    private static readonly string[] Tokens =
        ["{", "}", "{{", "}}", "/", "/", "?", "*", "**", ":", "=", "(", ")", "a", "b", ".", "int", "{a}", "{b:int}", "{c?}", "{*d}", "{e=1}", "min(1)", "regex(", "~", "-", "{f", ":length(1,2)", "\\", "\"", "\n", "é", ","];

    [Fact]
    public void A_template_is_refused_or_understood_as_AspNetCore_does()
    {
        var seed = Seed.Value;
        output.WriteLine($"seed {seed}; COVET_SEED={seed} repeats it");
        var random = new Random(seed);
        var understood = 0;
        for (var i = 0; i < Templates; i++)
        {
            var template = string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => Tokens[random.Next(Tokens.Length)]));
            var expected = Expect(template);
            var result = RoutePatternParser.Parse(template);
            if (result.Error is { Kind: RouteTemplateErrorKind.UnknownConstraint or RouteTemplateErrorKind.ConstraintArguments } && expected is not null)
            {
                // ASP.NET Core finds these out when it builds its matcher.
                continue;
            }

            var actual = result.Pattern is { } pattern ? Show(pattern) : null;
            understood += actual is null ? 0 : 1;
            Assert.True(expected == actual, $"seed {seed}, '{template}': ASP.NET Core {expected ?? "refuses"}, Covet {actual ?? result.Error!.Message}");
        }

        output.WriteLine($"{understood} of {Templates} understood");
        Assert.True(understood > Templates / 50);
    }

    private static string? Expect(string template)
    {
        RoutePattern pattern;
        try
        {
            pattern = RoutePatternFactory.Parse(template);
        }
        catch (RoutePatternException)
        {
            return null;
        }

        return string.Join("/", pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => $"[{literal.Content}]",
            RoutePatternSeparatorPart separator => $"[sep {separator.Content}]",
            RoutePatternParameterPart p => $"<{p.Name} optional={p.IsOptional} all={p.IsCatchAll} encode={p.EncodeSlashes} default={p.Default} {string.Join(';', p.ParameterPolicies.Select(c => c.Content))}>",
            _ => "?",
        }))));
    }

    private static string Show(RoutePatternSpec pattern) =>
        string.Join("/", pattern.Segments.Select(segment => string.Concat(segment.Parts.Select(part => part.Kind switch
        {
            RoutePartKind.Literal => $"[{part.Text}]",
            RoutePartKind.Separator => $"[sep {part.Text}]",
            _ => $"<{part.Text} optional={part.IsOptional} all={part.IsCatchAll} encode={part.EncodesSlashes} default={part.Default} {string.Join(';', part.Constraints.Select(c => c.Text))}>",
        }))));
}
