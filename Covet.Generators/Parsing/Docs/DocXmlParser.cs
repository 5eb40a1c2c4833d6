using System.Xml;
using System.Xml.Linq;
using Covet.Generators.Model;

namespace Covet.Generators.Parsing.Docs;

/// <summary>XML text of a documentation comment to a spec.</summary>
internal static class DocXmlParser
{
    /// <summary>The elements as a tree; null where the text is not well-formed, of which the compiler warns.</summary>
    public static XElement? Parse(string xml)
    {
        try
        {
            return XElement.Parse("<doc>" + xml + "</doc>", LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    public static DocSpec? ToSpec(XElement doc)
    {
        var example = doc.Element("example") is { } element ? DocMarkdown.Verbatim(element).Trim() : null;
        var external = doc.Descendants("seealso").FirstOrDefault(e => e.Attribute("href") is not null);
        var spec = new DocSpec(
            DocMarkdown.Render(doc.Element("summary")) ?? DocMarkdown.Render(doc.Element("value")),
            DocMarkdown.Render(doc.Element("remarks")),
            DocMarkdown.Render(doc.Element("returns")),
            string.IsNullOrEmpty(example) ? null : example)
        {
            Params = Named(doc, "param", "name"),
            Responses = Named(doc, "response", "code"),
            ExternalDocs = external is null ? null : new DocParamSpec((string)external.Attribute("href")!, DocMarkdown.Render(Content(external)) ?? ""),
        };
        return IsEmpty(spec) ? null : spec;
    }

    private static XElement Content(XElement element) => new("text", element.Nodes());

    private static bool IsEmpty(DocSpec spec) =>
        spec is { Summary: null, Remarks: null, Returns: null, Example: null, Params.Count: 0, Responses.Count: 0, ExternalDocs: null };

    private static EquatableArray<DocParamSpec> Named(XElement doc, string element, string attribute) => doc
        .Elements(element)
        .Where(e => e.Attribute(attribute) is not null)
        .Select(e => new DocParamSpec((string)e.Attribute(attribute)!, DocMarkdown.Render(e) ?? "") { Example = (string?)e.Attribute("example") })
        .Where(e => e.Text.Length != 0 || e.Example is not null)
        .ToEquatableArray();
}
