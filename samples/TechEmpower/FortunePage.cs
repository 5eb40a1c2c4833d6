using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace TechEmpower;

/// <summary>The fortunes as a page. Every message is text, whatever it looks like.</summary>
internal static class FortunePage
{
    public static string Render(IEnumerable<Fortune> fortunes)
    {
        var page = new StringBuilder("<!DOCTYPE html><html><head><title>Fortunes</title></head><body><table><tr><th>id</th><th>message</th></tr>", 2048);
        foreach (var fortune in fortunes.OrderBy(static fortune => fortune.Message, StringComparer.Ordinal))
        {
            page.Append("<tr><td>")
                .Append(CultureInfo.InvariantCulture, $"{fortune.Id}")
                .Append("</td><td>")
                .Append(HtmlEncoder.Default.Encode(fortune.Message))
                .Append("</td></tr>");
        }

        return page.Append("</table></body></html>").ToString();
    }
}
