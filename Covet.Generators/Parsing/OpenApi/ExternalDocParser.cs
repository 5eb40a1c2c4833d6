using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Covet.Generators.Model;
using Covet.Generators.Parsing.Docs;

namespace Covet.Generators.Parsing.OpenApi;

/// <summary>Takes out of the XML documentation of references what the documents ask for.</summary>
internal static class ExternalDocParser
{
    private static readonly Regex Asked = new("\"\\$doc\":\"([^\"]+)\"", RegexOptions.CultureInvariant);

    /// <summary>The documentation IDs that fragments ask for.</summary>
    public static HashSet<string> Ids(IEnumerable<OpenApiFragmentSpec> fragments) =>
        [.. fragments.SelectMany(f => Asked.Matches(f.Json).Cast<Match>()).Select(m => m.Groups[1].Value)];

    public static EquatableArray<ExternalDocSpec> Parse(IEnumerable<OpenApiFileSpec> files, HashSet<string> ids, CancellationToken cancellation)
    {
        var found = new SortedDictionary<string, ExternalDocSpec>(StringComparer.Ordinal);
        foreach (var file in ids.Count == 0 ? [] : files)
        {
            foreach (var doc in Read(file.Text, ids, cancellation))
            {
                found[doc.Id] = doc;
            }
        }

        return found.Values.ToEquatableArray();
    }

    private static List<ExternalDocSpec> Read(string xml, HashSet<string> ids, CancellationToken cancellation)
    {
        var found = new List<ExternalDocSpec>();
        try
        {
            using var reader = XmlReader.Create(new System.IO.StringReader(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            while (reader.ReadToFollowing("member"))
            {
                cancellation.ThrowIfCancellationRequested();
                if (reader.GetAttribute("name") is { } id && ids.Contains(id)
                    && DocXmlParser.ToSpec(XElement.Load(reader.ReadSubtree(), LoadOptions.PreserveWhitespace)) is { } doc)
                {
                    found.Add(new ExternalDocSpec(id, doc));
                }
            }
        }
        catch (XmlException)
        {
            // Another tool's broken file costs its texts, not the build.
        }

        return found;
    }
}
