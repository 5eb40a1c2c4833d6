namespace Covet.Generators.Tests.Json;

public sealed class JsonNestedTests
{
    [Theory]
    [InlineData("public class M { public IAsyncEnumerable<int>? Items { get; set; } }", "The member 'Items' of 'M' has the type 'System.Collections.Generic.IAsyncEnumerable<int>?', which has no JSON form: it is streamed, which only the result or the body of an endpoint itself can be; use a list")]
    [InlineData("public class M { public List<IAsyncEnumerable<int>> Items { get; set; } = []; }", "The item of 'List<IAsyncEnumerable<int>>' has the type 'System.Collections.Generic.IAsyncEnumerable<int>', which has no JSON form: it is streamed")]
    [InlineData("public class M { public Dictionary<object, int> Map { get; set; } = []; }", "The type 'Dictionary<object, int>' cannot be read from JSON: its keys are objects, and a name in JSON does not say which; use string")]
    [InlineData("[JsonDerivedType(typeof(N), \"n\")] public interface M { } public class N : List<int>, M { }", "The derived types of 'M' cannot be used: N is no JSON object, so it cannot carry a discriminator; leave the discriminator out, or wrap it in a class")]
    public void What_cannot_be_inside_another_value_is_an_error_that_names_the_member_and_the_way_out(string model, string expected) =>
        Assert.Contains(JsonProgram.Diagnose("[JsonModel] " + model), message => message.StartsWith(expected, StringComparison.Ordinal));
}
