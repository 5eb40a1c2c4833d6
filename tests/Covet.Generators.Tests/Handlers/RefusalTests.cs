namespace Covet.Generators.Tests.Handlers;

/// <summary>Source that cannot be generated: an error at the user's own line, which names the fault and the way out.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("[Handler] public sealed class H { [Get(\"{id\")] public string Get() => \"\"; }", "CVT0101", "[Get(\"{id\")]")]
    [InlineData("[Handler] public sealed class H { [Get(\"{id}/{id}\")] public string Get(int id) => \"\"; }", "CVT0101", "[Get(\"{id}/{id}\")]")]
    [InlineData("[Handler] public sealed class H { [Get] public string Get([FromRoute] int id) => \"\"; }", "CVT0103", "id")]
    [InlineData("[Handler] public abstract class H { [Get] public string Get() => \"\"; }", "CVT0105", "H")]
    [InlineData("[Handler] public sealed class H<T> { [Get] public string Get() => \"\"; }", "CVT0105", "H")]
    [InlineData("public static class O { [Handler] private sealed class H { [Get] public string Get() => \"\"; } }", "CVT0105", "H")]
    [InlineData("[Handler] file sealed class H { [Get] public string Get() => \"\"; }", "CVT0105", "H")]
    [InlineData("public sealed class H { [Get] public string Get() => \"\"; }", "CVT0106", "Get")]
    [InlineData("[Handler] public sealed class H { [Verb(\"A B\")] public string Get() => \"\"; }", "CVT0107", "[Verb(\"A B\")]")]
    [InlineData("[Handler] public sealed class H { [Get] public string Get(H h) => \"\"; }", "CVT0201", "h")]
    [InlineData("[Handler] public sealed class H { [Get] public string Get(Action a) => \"\"; }", "CVT0201", "a")]
    [InlineData("public sealed record A(int X); [Handler] public sealed class H { [Post] public string Post(A a, A b) => \"\"; }", "CVT0202", "b")]
    [InlineData("public sealed record A(int X); [Handler] public sealed class H { [Post] public string Post(A a, IFormFile b) => \"\"; }", "CVT0203", "b")]
    [InlineData("public sealed record A(int X); [Handler] public sealed class H { [Get] public string Get([FromQuery] A a) => \"\"; }", "CVT0204", "a")]
    [InlineData("[Handler] public sealed class H { [Get(\"{a}\")] public string Get(H a) => \"\"; }", "CVT0204", "a")]
    [InlineData("[Handler] public sealed class H { [Get] public string Get(ref int a) => \"\"; }", "CVT0205", "a")]
    [InlineData("[Handler] public sealed class H { [Get] public string Get(ReadOnlySpan<char> a) => \"\"; }", "CVT0205", "a")]
    [InlineData("public sealed class B { public static ValueTask<B?> BindAsync(HttpContext c, System.Reflection.ParameterInfo p) => default; } [Handler] public sealed class H { [Get] public string Get(B b) => \"\"; }", "CVT0206", "b")]
    [InlineData("[Handler] public sealed class H { [Get] public async void Get() => await Task.Yield(); }", "CVT0207", "Get")]
    [InlineData("[Handler] public sealed class H { [Get] public string Get<T>() => \"\"; }", "CVT0208", "Get")]
    [InlineData("[Handler] public sealed class H { [Get] private string Get() => \"\"; }", "CVT0209", "Get")]
    [InlineData("[Handler] public sealed class H { public H(int a) { } public H(string a) { } [Get] public string Get() => \"\"; }", "CVT0301", "H")]
    [InlineData("[Handler] public sealed class H { public required string Name { get; init; } [Get] public string Get() => Name; }", "CVT0301", "H")]
    [InlineData("[Singleton] public sealed class S { public required string Name { get; init; } }", "CVT0301", "S")]
    [InlineData("[Handler] public sealed class H { public H(out int x) { x = 1; } [Get] public string Get() => \"\"; }", "CVT0301", "H")]
    [InlineData("public interface I { string Get(); } [Handler] public sealed class H : I { [Get] string I.Get() => \"\"; }", "CVT0209", "Get")]
    [InlineData("public interface I { [Get] string Get(); } [Handler] public sealed class H : I { public string Get() => \"\"; }", "CVT0106", "Get")]
    [InlineData("public static class P { public static string M() { return L(); [Get(\"x\")] static string L() => \"\"; } }", "CVT0209", "L")]
    [InlineData("public static class P { public static Func<string> M() => [Get(\"x\")] static () => \"\"; }", "CVT0209", "[Get(\"x\")]")]
    [InlineData("[Handler] public sealed class H { public string X { [Get(\"x\")] get => \"\"; } }", "CVT0209", "get")]
    [InlineData("public record P(int X, [AsParameters] P? Next); [Handler] public sealed class H { [Get] public string Get([AsParameters] P p) => \"\"; }", "CVT0204", "Next")]
    [InlineData("public sealed record Node<T>(T Value, Node<List<T>>? Next); [Handler] public sealed class H { [Post] public string Post(Node<int> node) => \"\"; }", "CVT0501", "H")]
    [InlineData("[Singleton] public abstract class S;", "CVT0302", "S")]
    [InlineData("[Singleton<IDisposable>] public sealed class S;", "CVT0302", "Singleton<IDisposable>")]
    [InlineData("[Handler] public sealed class H { [Get] public Action Get() => () => { }; }", "CVT0401", "Get")]
    [InlineData("[Handler] public sealed class H { [Get] public ActionResult<int> Get() => 1; }", "CVT0401", "Get")]
    [InlineData("[Handler] public sealed class H { [Get] public IActionResult Get() => new OkResult(); }", "CVT0401", "Get")]
    [InlineData("[Handler] public sealed class H { [Get] public Task<Task<int>> Get() => Task.FromResult(Task.FromResult(1)); }", "CVT0401", "Get")]
    [InlineData("[Handler] public sealed class H { [Get] public Task<int>? Get() => null; }", "CVT0401", "Get")]
    [InlineData("[Handler] public sealed class H { [Get] public int[,] Get() => new int[1, 1]; }", "CVT0501", "H")]
    [InlineData("[Handler] public sealed class A { [Get(\"x/{a}\")] public string Get(string a) => a; } [Handler] public sealed class B { [Get(\"X/{b}\")] public string Get(string b) => b; }", "CVT0104", "[Get(\"X/{b}\")]")]
    [InlineData("[Handler] public sealed class A { [Get(\"x/{a:int}\")] public string Get(int a) => \"\"; } [Handler] public sealed class B { [Get(\"x/{b:long}\")] public string Get(long b) => \"\"; }", "CVT0108", "[Get(\"x/{b:long}\")]")]
    [InlineData("[Handler] public sealed class H { [Get, RateLimit(0, \"1m\")] public string Get() => \"\"; }", "CVT0703", "[RateLimit(0, \"1m\")]")]
    [InlineData("[Handler] public sealed class H { [Get, RateLimit(1, \"1 minute\")] public string Get() => \"\"; }", "CVT0703", "[RateLimit(1, \"1 minute\")]")]
    [InlineData("[Handler] public sealed class H { [Get, RateLimit(1, \"1ms\")] public string Get() => \"\"; }", "CVT0703", "[RateLimit(1, \"1ms\")]")]
    [InlineData("[Handler] public sealed class H { [Get, RateLimit(1, \"32d\")] public string Get() => \"\"; }", "CVT0703", "[RateLimit(1, \"32d\")]")]
    [InlineData("[Handler] public sealed class H { [Get, RateLimit(1, \"2147483647d\")] public string Get() => \"\"; }", "CVT0703", "[RateLimit(1, \"2147483647d\")]")]
    [InlineData("[Handler] public sealed class H { [Get, RateLimit(1, null!)] public string Get() => \"\"; }", "CVT0703", "[RateLimit(1, null!)]")]
    [InlineData("[Handler, RateLimit(1, per: \"1m\", By = \"tenant\")] public sealed class H { [Get] public string Get() => \"\"; }", "CVT0703", "[RateLimit(1, per: \"1m\", By = \"tenant\")]")]
    [InlineData("[Handler] public sealed class H { [Get, RateLimit(2000000, \"1m\")] public string Get() => \"\"; }", "CVT0703", "[RateLimit(2000000, \"1m\")]")]
    [InlineData("[Handler] public sealed class H { [Get, RateLimit(1, \"1m\", Algorithm = (RateLimitAlgorithm)7)] public string Get() => \"\"; }", "CVT0703", "[RateLimit(1, \"1m\", Algorithm = (RateLimitAlgorithm)7)]")]
    [InlineData("[Handler] public sealed class H { [Get, RateLimit(1, \"1m\", Name = \"a b\")] public string Get() => \"\"; }", "CVT0703", "[RateLimit(1, \"1m\", Name = \"a b\")]")]
    [InlineData("[Handler] public sealed class H { [Get, ConcurrencyLimit(-1)] public string Get() => \"\"; }", "CVT0703", "[ConcurrencyLimit(-1)]")]
    [InlineData("[Handler] public sealed class H { [Get, ConcurrencyLimit(1, By = \"\")] public string Get() => \"\"; }", "CVT0703", "[ConcurrencyLimit(1, By = \"\")]")]
    public void What_cannot_be_generated_is_an_error_at_its_place(string source, string rule, string place)
    {
        var run = GeneratorTestHelper.RunUnchecked("using Covet;\n" + source);
        var diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal("CVT0001", diagnostic.Id);
        Assert.Contains("(" + rule + ")", diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Equal(place.Trim('[', ']'), diagnostic.Location.SourceTree!.ToString().Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
    }
}
