using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Covet.Generators.Parsing.Docs;

/// <summary>Turns the elements of a documentation comment into Markdown.</summary>
internal static class DocMarkdown
{
    private static readonly Regex Spaces = new(@"[ \t\r\n]+", RegexOptions.CultureInvariant);
    private static readonly Regex AroundBreaks = new(@"[ ]*\n[ ]*", RegexOptions.CultureInvariant);
    private static readonly Regex ManyBreaks = new(@"\n{3,}", RegexOptions.CultureInvariant);

    /// <summary>The content of an element; null where it is empty.</summary>
    public static string? Render(XElement? element)
    {
        if (element is null)
        {
            return null;
        }

        var code = new List<string>();
        var text = new StringBuilder();
        Append(text, element, code);

        // Code keeps its own line breaks and indents, so it joins after white space is normalised.
        var normalised = ManyBreaks.Replace(AroundBreaks.Replace(text.ToString(), "\n"), "\n\n").Trim();
        for (var i = 0; i < code.Count; i++)
        {
            normalised = normalised.Replace(Placeholder(i), code[i]);
        }

        return normalised.Length == 0 ? null : normalised;
    }

    /// <summary>The raw text of an element without the common indent: an example or a block of code.</summary>
    public static string Verbatim(XElement element)
    {
        var lines = element.Value.Replace("\r", "").Split('\n').Select(line => line.TrimEnd()).ToList();
        while (lines.Count != 0 && lines[0].Length == 0)
        {
            lines.RemoveAt(0);
        }

        while (lines.Count != 0 && lines[lines.Count - 1].Length == 0)
        {
            lines.RemoveAt(lines.Count - 1);
        }

        var indent = lines.Where(line => line.Length != 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty(0).Min();
        return string.Join("\n", lines.Select(line => line.Length >= indent ? line.Substring(indent) : line));
    }

    private static void Append(StringBuilder text, XElement element, List<string> code)
    {
        foreach (var node in element.Nodes())
        {
            if (node is XText value)
            {
                text.Append(Spaces.Replace(value.Value, " "));
            }
            else if (node is XElement child)
            {
                AppendElement(text, child, code);
            }
        }
    }

    private static void AppendElement(StringBuilder text, XElement element, List<string> code)
    {
        switch (element.Name.LocalName)
        {
            case "c":
                text.Append('`').Append(Spaces.Replace(element.Value, " ").Trim()).Append('`');
                break;
            case "code":
                code.Add("```\n" + Verbatim(element) + "\n```");
                text.Append("\n\n").Append(Placeholder(code.Count - 1)).Append("\n\n");
                break;
            case "para" or "p":
                text.Append("\n\n");
                Append(text, element, code);
                text.Append("\n\n");
                break;
            case "br":
                text.Append("\n\n");
                break;
            case "see" or "seealso":
                AppendReference(text, element, code);
                break;
            case "paramref" or "typeparamref":
                text.Append('`').Append((string?)element.Attribute("name")).Append('`');
                break;
            case "list":
                AppendList(text, element);
                break;
            case "b" or "strong":
                Wrap(text, element, "**", code);
                break;
            case "i" or "em":
                Wrap(text, element, "*", code);
                break;
            case "a" when (string?)element.Attribute("href") is { } address:
                text.Append('[').Append(Spaces.Replace(element.Value, " ").Trim()).Append("](").Append(address).Append(')');
                break;
            default:
                Append(text, element, code);
                break;
        }
    }

    private static void AppendReference(StringBuilder text, XElement element, List<string> code)
    {
        if ((string?)element.Attribute("href") is { } address)
        {
            var label = Spaces.Replace(element.Value, " ").Trim();
            _ = label.Length == 0 ? text.Append('<').Append(address).Append('>') : text.Append('[').Append(label).Append("](").Append(address).Append(')');
        }
        else if (element.Nodes().Any())
        {
            Append(text, element, code);
        }
        else if ((string?)element.Attribute("langword") is { } word)
        {
            text.Append('`').Append(word).Append('`');
        }
        else if ((string?)element.Attribute("cref") is { } reference)
        {
            text.Append('`').Append(ShortName(reference)).Append('`');
        }
    }

    /// <summary>The last name of a reference, resolved (<c>T:App.Todo</c>) or as written (<c>List{Todo}.Add(Todo)</c>).</summary>
    private static string ShortName(string reference)
    {
        var name = reference.Length > 2 && reference[1] == ':' ? reference.Substring(2) : reference;
        var parenthesis = name.IndexOf('(');
        name = parenthesis < 0 ? name : name.Substring(0, parenthesis);
        var brace = name.IndexOfAny(['{', '<']);
        var arguments = brace < 0 ? "" : name.Substring(brace).Replace('{', '<').Replace('}', '>');
        name = brace < 0 ? name : name.Substring(0, brace);
        name = name.Substring(name.LastIndexOf('.') + 1);
        var arity = name.IndexOf('`');
        return (arity < 0 ? name : name.Substring(0, arity)) + arguments;
    }

    private static void AppendList(StringBuilder text, XElement list)
    {
        var numbered = (string?)list.Attribute("type") == "number";
        text.Append("\n\n");
        var number = 1;
        foreach (var item in list.Elements("item"))
        {
            var term = Render(item.Element("term"));
            var description = Render(item.Element("description")) ?? (term is null ? Render(item) : null);
            text.Append(numbered ? number++ + ". " : "- ");
            text.Append(term is null ? "" : "**" + term + "**").Append(term is null || description is null ? "" : ": ");
            text.Append(description?.Replace("\n\n", " ")).Append('\n');
        }

        text.Append('\n');
    }

    private static void Wrap(StringBuilder text, XElement element, string mark, List<string> code)
    {
        text.Append(mark);
        Append(text, element, code);
        text.Append(mark);
    }

    private static string Placeholder(int index) => "\u0001" + index.ToString(System.Globalization.CultureInfo.InvariantCulture) + "\u0001";
}
