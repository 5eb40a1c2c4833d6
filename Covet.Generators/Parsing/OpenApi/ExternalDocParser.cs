using System.Text.RegularExpressions;
using System.Xml.Linq;
using Covet.Generators.Model;
using Covet.Generators.Parsing.Docs;

namespace Covet.Generators.Parsing.OpenApi;

/// <summary>
/// Takes what the documents ask for out of the XML documentation of references, and out of the source of referenced projects
/// that write none.
/// </summary>
internal sealed class ExternalDocParser
{
    // Comments can inherit in a circle.
    private const int MaxInheritance = 8;

    private static readonly Regex Asked = new("\"\\$doc\":\"((?:[^\"\\\\]|\\\\u[0-9a-fA-F]{4})+)\"", RegexOptions.CultureInvariant);

    private readonly Dictionary<string, XElement> elements = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<OpenApiFileSpec> files;
    private readonly SourceDocReader sources;
    private readonly CancellationToken cancellation;

    private ExternalDocParser(IReadOnlyList<OpenApiFileSpec> files, SourceDocReader sources, CancellationToken cancellation)
    {
        this.files = files;
        this.sources = sources;
        this.cancellation = cancellation;
    }

    /// <summary>The documentation IDs that fragments ask for. Names that are not ASCII are escaped in their JSON.</summary>
    public static HashSet<string> Ids(IEnumerable<OpenApiFragmentSpec> fragments) =>
        [.. fragments.SelectMany(f => Asked.Matches(f.Json).Cast<Match>()).SelectMany(m => Regex.Unescape(m.Groups[1].Value).Split('|')).Where(IsId)];

    /// <summary>The documentation of the symbols with these IDs, of those that have any.</summary>
    public static EquatableArray<ExternalDocSpec> Parse(IReadOnlyList<OpenApiFileSpec> files, IEnumerable<OpenApiFileSpec> sources, HashSet<string> ids, CancellationToken cancellation)
    {
        if (ids.Count == 0)
        {
            return default;
        }

        var parser = new ExternalDocParser(files, new SourceDocReader(sources.Select(s => s.Text), cancellation), cancellation);
        parser.Find([.. ids, .. ids.Select(Owner).OfType<string>()]);
        return ids
            .OrderBy(id => id, StringComparer.Ordinal)
            .Select(id => parser.Spec(id, MaxInheritance) is { } doc ? new ExternalDocSpec(id, doc) : null)
            .OfType<ExternalDocSpec>()
            .ToEquatableArray();
    }

    // A property's type, whose comment has the texts of a positional record's parameters.
    private static string? Owner(string id) => id.StartsWith("P:", StringComparison.Ordinal) ? "T:" + id.Substring(2, id.LastIndexOf('.') - 2) : null;

    private void Find(HashSet<string> ids)
    {
        for (var round = 0; round < MaxInheritance && ids.Count != 0; round++)
        {
            var wanted = new HashSet<string>(ids.Where(id => !elements.ContainsKey(id)), StringComparer.Ordinal);
            var found = files.SelectMany(file => XmlDocReader.Read(file.Text, wanted, cancellation)).ToList();
            wanted.ExceptWith(found.Select(f => f.Id));
            found.AddRange(sources.Read(wanted));
            foreach (var (id, doc) in found)
            {
                elements[id] = doc;
            }

            // A comment of an XML file refers by ID; one of a source had its references made into IDs.
            ids = [.. found.Select(f => Inherited(f.Doc)).OfType<string>()];
        }
    }

    private static string? Inherited(XElement doc) => (string?)doc.Element("inheritdoc")?.Attribute("cref") is { } id && IsId(id) ? id : null;

    // An example of the user's may hold what looks like a question of ours.
    private static bool IsId(string text) => text.Length > 2 && text[1] == ':';

    private DocSpec? Spec(string id, int depth)
    {
        if (!elements.TryGetValue(id, out var doc))
        {
            return Parameter(id);
        }

        var inherited = depth > 0 && Inherited(doc) is { } source ? Spec(source, depth - 1) : null;
        return DocCommentParser.Merge(DocCommentParser.Merge(DocXmlParser.ToSpec(doc), inherited), Parameter(id));
    }

    /// <summary>What the comment of a positional record says of the parameter behind a property.</summary>
    private DocSpec? Parameter(string id) =>
        Owner(id) is { } owner && elements.TryGetValue(owner, out var type)
        && DocXmlParser.ToSpec(type)?.Params.FirstOrDefault(p => p.Name == id.Substring(owner.Length + 1)) is { } parameter
            ? new DocSpec(parameter.Text.Length == 0 ? null : parameter.Text, null, null, parameter.Example)
            : null;
}
