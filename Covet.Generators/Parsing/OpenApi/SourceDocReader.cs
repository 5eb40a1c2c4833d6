using System.Text.RegularExpressions;
using System.Xml.Linq;
using Covet.Generators.Parsing.Docs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Covet.Generators.Parsing.OpenApi;

/// <summary>
/// Reads documentation comments out of the source of referenced projects. The build hands it over as text, as the compiler
/// sees no more of such a project than its assembly. Only files that name a type that is asked for are parsed.
/// </summary>
internal sealed class SourceDocReader(IEnumerable<string> texts, CancellationToken cancellation)
{
    /// <summary>What the build writes between two files: no sign of C#.</summary>
    public const char Separator = '\u001e';

    private static readonly Regex TypeArguments = new("\\{[^}]*\\}|<[^>]*>", RegexOptions.CultureInvariant);
    private static readonly Regex Arity = new("`[0-9]+", RegexOptions.CultureInvariant);

    private readonly List<string> unread = [.. texts.SelectMany(text => text.Split(Separator))];
    private readonly Dictionary<string, XElement> read = new(StringComparer.Ordinal);

    /// <summary>The comments of the symbols with these IDs.</summary>
    public List<(string Id, XElement Doc)> Read(IReadOnlyCollection<string> ids)
    {
        ReadFilesThatName(ids.Select(TypeName));
        var found = new List<(string Id, XElement Doc)>();
        foreach (var id in ids)
        {
            if (read.TryGetValue(id, out var doc))
            {
                ResolveReference(doc, id);
                found.Add((id, doc));
            }
        }

        return found;
    }

    // "P:Shop.Order.Total" and "T:Shop.Page`1" are of Order and Page.
    private static string TypeName(string id)
    {
        var parts = id.Substring(2).Split('.');
        var name = parts[parts.Length - (id[0] != 'T' && parts.Length > 1 ? 2 : 1)];
        return name.Split('`', '{')[0];
    }

    private void ReadFilesThatName(IEnumerable<string> names)
    {
        var types = new HashSet<string>(names, StringComparer.Ordinal);
        for (var i = types.Count == 0 ? -1 : unread.Count - 1; i >= 0; i--)
        {
            var text = unread[i];
            if (types.Any(name => text.IndexOf(name, StringComparison.Ordinal) >= 0))
            {
                unread.RemoveAt(i);
                var tree = CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.None), cancellationToken: cancellation);
                foreach (var member in ((CompilationUnitSyntax)tree.GetRoot(cancellation)).Members)
                {
                    Read(member, "");
                }
            }
        }
    }

    private void Read(MemberDeclarationSyntax member, string container)
    {
        cancellation.ThrowIfCancellationRequested();
        switch (member)
        {
            case BaseNamespaceDeclarationSyntax space:
                Read(space.Members, container + space.Name + ".");
                break;
            case TypeDeclarationSyntax type:
                var name = container + type.Identifier.ValueText + (type.TypeParameterList is { Parameters.Count: var arity } ? "`" + arity.ToString(System.Globalization.CultureInfo.InvariantCulture) : "");
                Add("T:" + name, type);
                Read(type.Members, name + ".");
                break;
            case EnumDeclarationSyntax type:
                Add("T:" + container + type.Identifier.ValueText, type);
                Read(type.Members, container + type.Identifier.ValueText + ".");
                break;
            case EnumMemberDeclarationSyntax constant:
                Add("F:" + container + constant.Identifier.ValueText, constant);
                break;
            case PropertyDeclarationSyntax property:
                Add("P:" + container + property.Identifier.ValueText, property);
                break;
            case FieldDeclarationSyntax field:
                foreach (var variable in field.Declaration.Variables)
                {
                    Add("F:" + container + variable.Identifier.ValueText, field);
                }

                break;
            default:
                break;
        }
    }

    private void Read<T>(SeparatedSyntaxList<T> members, string container)
        where T : MemberDeclarationSyntax
    {
        foreach (var member in members)
        {
            Read(member, container);
        }
    }

    private void Read(SyntaxList<MemberDeclarationSyntax> members, string container)
    {
        foreach (var member in members)
        {
            Read(member, container);
        }
    }

    // Of a partial type, the first part with a comment counts.
    private void Add(string id, SyntaxNode declaration)
    {
        if (!read.ContainsKey(id) && DocCommentText.Of(declaration) is { } text && DocXmlParser.Parse(text) is { } doc)
        {
            read.Add(id, doc);
        }
    }

    /// <summary>Makes the reference of an <c>inheritdoc</c> an ID, by the names that it has: there are no symbols here.</summary>
    private void ResolveReference(XElement doc, string from)
    {
        if (doc.Element("inheritdoc")?.Attribute("cref") is not { } reference || (reference.Value.Length > 1 && reference.Value[1] == ':'))
        {
            return;
        }

        var name = TypeArguments.Replace(reference.Value, "").Split('(')[0];
        var parts = name.Split('.');
        ReadFilesThatName(parts.Skip(Math.Max(0, parts.Length - 2)).Where(part => part.Length > 0));
        var own = from.Substring(2, Math.Max(0, from.LastIndexOf('.') - 1));
        var found = read.Keys
            .Where(id => id != from && Arity.Replace(id.Substring(2), "") is var plain && (plain == name || plain.EndsWith("." + name, StringComparison.Ordinal)))
            .OrderBy(id => id.Substring(2).StartsWith(own, StringComparison.Ordinal) ? 0 : 1)
            .ThenBy(id => id, StringComparer.Ordinal)
            .FirstOrDefault();
        if (found is null)
        {
            // Of the platform, of a package, of something without a comment: there is nothing to inherit.
            reference.Remove();
        }
        else
        {
            reference.Value = found;
        }
    }
}
