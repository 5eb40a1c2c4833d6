using System.Globalization;
using Microsoft.AspNetCore.Localization;
using Microsoft.Net.Http.Headers;

namespace Covet.Internal;

/// <summary>The language of messages: that of <c>Accept-Language</c> (RFC 9110, section 12.5.4), unless the application chose one itself.</summary>
internal sealed class MessageCulture
{
    // A hostile header names thousands of languages; the first few are the client's choice.
    private const int MostLanguages = 4;

    private static readonly KnownCultures Cultures = new(Make);

    // With invariant globalization every name throws, and each browser sends some: asked once.
    private static readonly bool HasCultures = Make("en") is not null;

    private static readonly Comparer<StringWithQualityHeaderValue> ByQuality =
        Comparer<StringWithQualityHeaderValue>.Create(static (x, y) => (x.Quality ?? 1).CompareTo(y.Quality ?? 1));

    private readonly CultureInfo culture = CultureInfo.CurrentCulture;
    private readonly CultureInfo uiCulture = CultureInfo.CurrentUICulture;

    private MessageCulture()
    {
    }

    /// <summary>Switches to the client's language; null where there is nothing to switch.</summary>
    public static MessageCulture? Enter(HttpContext context)
    {
        // UseRequestLocalization has decided by the application's own list of cultures.
        if (context.Features.Get<IRequestCultureFeature>() is not null || Choose(context.Request) is not { } chosen)
        {
            return null;
        }

        var before = new MessageCulture();
        CultureInfo.CurrentCulture = chosen;
        CultureInfo.CurrentUICulture = chosen;
        return before;
    }

    /// <summary>Switches back.</summary>
    public void Leave()
    {
        CultureInfo.CurrentCulture = culture;
        CultureInfo.CurrentUICulture = uiCulture;
    }

    private static CultureInfo? Choose(HttpRequest request)
    {
        var header = request.Headers.AcceptLanguage;
        if (!HasCultures || header.Count == 0 || !StringWithQualityHeaderValue.TryParseList(header, out var languages))
        {
            return null;
        }

        foreach (var language in languages.Take(MostLanguages).OrderDescending(ByQuality).Where(language => language.Quality is not 0))
        {
            if (language.Value.Value is { Length: > 0 and <= 35 } name && name != "*" && Cultures.Find(name) is { } known)
            {
                return known;
            }
        }

        return null;
    }

    private static CultureInfo? Make(string name)
    {
        try
        {
            return CultureInfo.GetCultureInfo(name, predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }
}
