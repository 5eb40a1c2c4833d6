using Covet.Internal;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Covet.Generators.Tests.Routing;

public sealed class RouteValuesTests
{
    [Fact]
    public void Values_are_read_by_the_place_of_their_parameter_without_a_dictionary()
    {
        var match = Match("{a}/{b=x}/{c?}", "/1");
        Assert.Equal("1", match.GetString(0));
        Assert.Equal("x", match.GetString(1));
        Assert.Null(match.GetString(2));
        Assert.True(match.TryGetValue(1, out var text));
        Assert.Equal("x", text.ToString());
        Assert.False(match.TryGetValue(2, out _));
    }

    [Fact]
    public void More_parameters_than_fit_inline_are_read_alike()
    {
        var match = Match(string.Join('/', Enumerable.Range(0, 9).Select(i => $"{{p{i}}}")), "/0/1/2/3/4/5/6/7/8");
        Assert.Equal(Enumerable.Range(0, 9).Select(i => $"{i}"), Enumerable.Range(0, 9).Select(match.GetString));
        Assert.Equal("8", match.RouteValues["P8"]);
    }

    [Fact]
    public void Once_the_dictionary_is_out_a_change_to_it_counts()
    {
        var match = Match("{a}/{b}", "/1/2");
        match.RouteValues["b"] = 7;
        match.RouteValues.Remove("a");
        Assert.Null(match.GetString(0));
        Assert.Equal("7", match.GetString(1));
        match.RouteValues = null;
        Assert.False(match.TryGetValue(1, out _));
    }

    [Fact]
    public void Values_of_another_router_are_read_by_name()
    {
        var context = new DefaultHttpContext();
        context.SetEndpoint(new RouteEndpoint(static _ => Task.CompletedTask, RoutePatternFactory.Parse("{a}/{b}"), 0, null, null));
        context.Request.RouteValues = new RouteValueDictionary { ["b"] = "two", ["a"] = "one" };
        var match = RouteMatch.Of(context);
        Assert.Equal("one", match.GetString(0));
        Assert.Equal("two", match.GetString(1));
    }

    private static RouteMatch Match(string template, string path)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = "GET";
        context.Request.Path = path;
        CovetRouter.Gets(template).Run(context);
        Assert.Same(context.Features.Get<IRouteValuesFeature>(), RouteMatch.Of(context));
        return RouteMatch.Of(context);
    }
}
