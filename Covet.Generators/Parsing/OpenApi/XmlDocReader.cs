using System.Xml;
using System.Xml.Linq;

namespace Covet.Generators.Parsing.OpenApi;

/// <summary>Reads members out of the XML documentation of an assembly.</summary>
internal static class XmlDocReader
{
    /// <summary>The members with these IDs.</summary>
    public static List<(string Id, XElement Doc)> Read(string xml, HashSet<string> ids, CancellationToken cancellation)
    {
        var found = new List<(string Id, XElement Doc)>();
        if (ids.Count == 0)
        {
            return found;
        }

        try
        {
            using var reader = XmlReader.Create(new System.IO.StringReader(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            while (reader.ReadToFollowing("member"))
            {
                cancellation.ThrowIfCancellationRequested();
                if (reader.GetAttribute("name") is { } id && ids.Contains(id))
                {
                    found.Add((id, XElement.Load(reader.ReadSubtree(), LoadOptions.PreserveWhitespace)));
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
