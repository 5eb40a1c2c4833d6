using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Covet.Generators.Emit;
using Covet.Generators.Emit.Patterns;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Covet.Generators.Tests.Validation.Patterns;

/// <summary>Patterns as code against the attribute itself, which uses the engine of .NET.</summary>
public sealed class PatternTests
{
    private const int Patterns = 3000;
    private const int TextsOfAPattern = 150;

    [Fact]
    public void What_is_written_as_code_matches_as_the_attribute_does()
    {
        var seed = Seed.Value;
        TestContext.Current.TestOutputHelper?.WriteLine($"COVET_SEED={seed}");
        var source = new RandomPattern(new Random(seed));
        var patterns = Enumerable.Range(0, Patterns).Select(_ => source.Next()).Where(PatternEmitter.CanEmit).Distinct().ToList();
        Assert.True(patterns.Count > Patterns / 10, $"seed {seed}: only {patterns.Count} patterns were written");
        var matchers = Compile(patterns);
        var matched = 0;
        for (var i = 0; i < patterns.Count; i++)
        {
            var attribute = new RegularExpressionAttribute(patterns[i]);
            for (var n = 0; n < TextsOfAPattern; n++)
            {
                var value = source.Text();
                var expected = attribute.IsValid(value);
                matched += expected ? 1 : 0;
                Assert.True(matchers[i](value) == expected, $"seed {seed}: {patterns[i]} and {SymbolDisplay.FormatLiteral(value, quote: true)}: expected {expected}");
            }
        }

        Assert.True(matched > patterns.Count, $"seed {seed}: only {matched} texts matched");
    }

    [Theory]
    [InlineData("^[A-Z]{3}-[0-9]{4}$", "ABC-1234", "ABC-123", "ABC-12345", "abc-1234", "ABC-1234\n", " ABC-1234")]
    [InlineData("^[a-z0-9]+(?:-[a-z0-9]+)*$", "a-slug-2", "-a", "a-", "a--b", "A", "a b")]
    [InlineData(@"[^@\s]+@[^@\s]+", "a@b", "a@b@c", "@b", "a@", "a@ b", "")]
    [InlineData("^(?:red|green|blue)$", "green", "re", "redgreen", "Red", "blues", "")]
    [InlineData(@"^\+?\d{6,14}$", "+4912345678", "12345", "+", "1234567890123456", "+12a4567", "")]
    public void Patterns_that_users_write_are_code(string pattern, params string[] texts)
    {
        Assert.True(PatternEmitter.CanEmit(pattern));
        Snapshot.VerifySubject([new("Matchers.cs", Emit([pattern]))], null, "App");
        var matches = Compile([pattern])[0];
        var attribute = new RegularExpressionAttribute(pattern);
        Assert.True(matches(texts[0]));
        Assert.All(texts, text => Assert.Equal(attribute.IsValid(text), matches(text)));
    }

    [Theory]
    [InlineData("[a-z]+a")]
    [InlineData("(a|ab)c")]
    [InlineData("^a|b$")]
    [InlineData("a+?")]
    [InlineData("(?i)a")]
    [InlineData("(?=a)a")]
    [InlineData(@"(a)\1")]
    [InlineData(@"\bword")]
    [InlineData(@"\p{L}+")]
    [InlineData("[a-z-[aeiou]]")]
    [InlineData("a**")]
    [InlineData("(a*)*")]
    [InlineData(@"\d+[é-ü]")]
    [InlineData("a{,3}")]
    public void What_may_have_to_go_back_or_is_not_understood_is_left_to_the_engine(string pattern) => Assert.False(PatternEmitter.CanEmit(pattern));

    [Fact]
    public void A_words_characters_are_those_of_the_engine()
    {
        var word = new Regex(@"\w");
        for (var c = 0; c <= char.MaxValue; c++)
        {
            Assert.True(word.IsMatch(((char)c).ToString()) == Internal.ValidationRules.IsWord((char)c), c.ToString("x4", CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void A_pattern_is_a_loop() =>
        Snapshot.Verify([new("Matchers.cs", Emit(["^[A-Z]{3}-[0-9]{4}$", "^[a-z0-9]+(?:-[a-z0-9]+)*$"]))], nameof(PatternTests), nameof(A_pattern_is_a_loop));

    private static string Emit(List<string> patterns)
    {
        var writer = SourceWriter.StartFile();
        writer.Open("internal static class Matchers");
        for (var i = 0; i < patterns.Count; i++)
        {
            PatternEmitter.Emit(writer, "Matches" + i.ToString(CultureInfo.InvariantCulture), patterns[i]);
        }

        writer.Close();
        return writer.ToString();
    }

    private static List<Func<string?, bool>> Compile(List<string> patterns)
    {
        var compilation = CSharpCompilation.Create(
            "Patterns", [CSharpSyntaxTree.ParseText(Emit(patterns), encoding: Encoding.UTF8)], References.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.DoesNotContain(emitted.Diagnostics, static d => d.Severity >= DiagnosticSeverity.Warning);
        var loaded = LoadedAssembly.Load(new CompiledLibrary("Patterns", image.ToArray(), [], []));
        var type = loaded.Assembly.GetType("Matchers", throwOnError: true)!;
        return [.. patterns.Select((_, i) => type.GetMethod("Matches" + i.ToString(CultureInfo.InvariantCulture), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!.CreateDelegate<Func<string?, bool>>())];
    }
}
