using System.Globalization;

namespace HttpApp.Validation;

/// <summary>Messages in two languages, as a class of resources has them.</summary>
public static class ShopTexts
{
    public static string Email => CultureInfo.CurrentUICulture.Name.StartsWith("de", StringComparison.Ordinal) ? "{0} ist keine Adresse." : "{0} is no address.";
}
