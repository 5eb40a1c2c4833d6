using System.Globalization;

namespace Covet.Runtime.Tests.Validation;

public sealed class KnownCulturesTests
{
    [Fact]
    public void A_client_that_names_languages_without_end_makes_no_more_cultures_and_takes_nobodys_language()
    {
        var made = new List<string>();
        var cultures = new KnownCultures(Make);
        Assert.Equal("de-AT", cultures.Find("de-AT")!.NativeName);
        for (var i = 0; i < 20_000; i++)
        {
            _ = cultures.Find($"xx-{i:X4}");
            _ = cultures.Find($"{(char)('a' + (i % 26))}{(char)('a' + (i / 26 % 26))}");
        }

        Assert.InRange(made.Count, KnownCultures.Most, KnownCultures.Most + 676);
        Assert.Equal("de-AT", cultures.Find("DE-at")!.NativeName);
        Assert.Equal("fr", cultures.Find("fr-CA")!.NativeName);
        Assert.Null(cultures.Find("nonsense"));
        Assert.Null(cultures.Find("--"));

        CultureInfo Make(string name)
        {
            made.Add(name);
            return new Named(name);
        }
    }

    [Fact]
    public void A_name_that_is_no_language_is_looked_up_once()
    {
        var calls = 0;
        var cultures = new KnownCultures(_ =>
        {
            calls++;
            return null;
        });
        Assert.Null(cultures.Find("zz-ZZ"));
        Assert.Null(cultures.Find("zz-zz"));
        Assert.Equal(1, calls);
    }

    // A machine without the data of languages makes no culture of a name.
    private sealed class Named(string name) : CultureInfo("")
    {
        public override string NativeName => name;
    }
}
