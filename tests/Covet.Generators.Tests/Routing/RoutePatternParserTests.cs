using Covet.Generators.Routing;

namespace Covet.Generators.Tests.Routing;

public sealed class RoutePatternParserTests
{
    [Theory]
    [InlineData("~a", "Tilde", 0)]
    [InlineData("a//b", "EmptySegment", 2)]
    [InlineData("//a", "EmptySegment", 1)]
    [InlineData("a/{b", "UnbalancedBrace", 2)]
    [InlineData("a/b}", "UnbalancedBrace", 3)]
    [InlineData("{", "UnbalancedBrace", 0)]
    [InlineData("{a:regex(^\\d{3}$)}", "UnescapedBrace", 12)]
    [InlineData("a?b", "QuestionMark", 1)]
    [InlineData("x/{}", "ParameterName", 2)]
    [InlineData("{*}", "ParameterName", 0)]
    [InlineData("{a*b}", "ParameterName", 0)]
    [InlineData("{a/b}", "ParameterName", 0)]
    [InlineData("{a}/{A}", "DuplicateParameter", 4)]
    [InlineData("{*a?}", "OptionalCatchAll", 0)]
    [InlineData("{a=1?}", "OptionalWithDefault", 0)]
    [InlineData("{*a}/b", "CatchAllNotLast", 0)]
    [InlineData("x-{*a}", "CatchAllInSegment", 0)]
    [InlineData("{a}-{b?}", "OptionalWithoutPeriod", 0)]
    [InlineData("{a?}.b", "OptionalNotLast", 0)]
    [InlineData("{a}{b}", "AdjacentParameters", 0)]
    [InlineData("x/{a:even}", "UnknownConstraint", 2)]
    [InlineData("{a:int(5)}", "ConstraintArguments", 0)]
    [InlineData("{a:min(x)}", "ConstraintArguments", 0)]
    [InlineData("{a:range(5)}", "ConstraintArguments", 0)]
    [InlineData("{a:range(5,1)}", "ConstraintArguments", 0)]
    [InlineData("{a:length(1,2,3)}", "ConstraintArguments", 0)]
    [InlineData("{a:minlength(-1)}", "ConstraintArguments", 0)]
    [InlineData("{a:regex(()}", "ConstraintArguments", 0)]
    [InlineData("{a:regex}", "ConstraintArguments", 0)]
    public void A_malformed_template_is_refused_with_the_fault_and_its_place(string template, string kind, int index)
    {
        var error = RoutePatternParser.Parse(template).Error;
        Assert.NotNull(error);
        Assert.Equal((kind, index), (error.Kind.ToString(), error.Index));
        Assert.EndsWith($"at {index})", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("~/")]
    [InlineData("a/")]
    [InlineData("/a/{b}")]
    [InlineData("~/a")]
    [InlineData("{{literal}}")]
    [InlineData("{a}.{b?}")]
    [InlineData("{a:regex(^\\d{{3}}$)}")]
    [InlineData("{**a}")]
    public void A_well_formed_template_is_understood(string template) => Assert.NotNull(RoutePatternParser.Parse(template).Pattern);

    [Fact]
    public void The_message_says_what_to_do()
    {
        Assert.Equal("'}' closes no parameter; write '}}' for the character itself ('}' at 3)", RoutePatternParser.Parse("a/b}").Error!.Message);
        Assert.Equal("the constraint 'range(5,1)' has its lower bound above its upper one ('{x:range(5,1)}' at 2)", RoutePatternParser.Parse("a/{x:range(5,1)}").Error!.Message);
    }

    [Fact]
    public void Parameters_are_found_by_name_without_regard_to_case()
    {
        var pattern = RoutePatternParser.Parse("/a/{first}.{second?}/{*Third}").Pattern!;
        Assert.Equal(["first", "second", "Third"], pattern.Parameters.Select(p => p.Text));
        Assert.Equal(2, pattern.IndexOfParameter("third"));
        Assert.Equal(-1, pattern.IndexOfParameter("a"));
    }

    [Fact]
    public void Constraints_keep_their_arguments()
    {
        var constraints = RoutePatternParser.Parse("{x:length(2, 5):REGEX(^a,b$):min(-3)}").Pattern!.Segments[0].Parts[0].Constraints;
        Assert.Equal(["length", "regex", "min"], constraints.Select(c => c.Name));
        Assert.Equal((2L, 5L), (constraints[0].Minimum, constraints[0].Maximum));
        Assert.Equal("^a,b$", constraints[1].Pattern);
        Assert.Equal(-3L, constraints[2].Minimum);
    }
}
