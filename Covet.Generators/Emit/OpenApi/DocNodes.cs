using Covet.Generators.Emit.OpenApi.Tree;
using Covet.Generators.Model;

namespace Covet.Generators.Emit.OpenApi;

/// <summary>Descriptions out of documentation comments.</summary>
internal static class DocNodes
{
    /// <summary>The member that stands for a text which another assembly's XML file has.</summary>
    public const string External = "$doc";

    /// <summary>The description: an attribute's text, or summary and remarks.</summary>
    public static ApiNode? Description(EquatableArray<AttributeSpec> attributes, DocSpec? doc) =>
        SchemaKeywords.Description(attributes) is { } text ? text
        : Text(doc) is { } own ? own
        : doc?.ExternalId is { } id ? new ApiObject { { External, id } }
        : null;

    /// <summary>The summary alone.</summary>
    public static ApiNode? Summary(DocSpec? doc) =>
        doc?.Summary is { } own ? own
        : doc?.ExternalId is { } id ? new ApiObject { { External, id } }
        : null;

    /// <summary>A link to documentation elsewhere.</summary>
    public static ApiObject Link(DocParamSpec link) => new() { { "description", link.Text.Length == 0 ? null : link.Text }, { "url", link.Name } };

    /// <summary>Summary and remarks; null where there is neither.</summary>
    public static string? Text(DocSpec? doc)
    {
        var text = string.Join("\n\n", new[] { doc?.Summary, doc?.Remarks }.Where(t => t is not null));
        return text.Length == 0 ? null : text;
    }
}
