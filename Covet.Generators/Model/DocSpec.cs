namespace Covet.Generators.Model;

/// <summary>What the XML documentation of a symbol says, as Markdown text.</summary>
internal sealed record DocSpec(string? Summary, string? Remarks, string? Returns, string? Example)
{
    /// <summary>Texts of <c>param</c>, by name.</summary>
    public EquatableArray<DocParamSpec> Params { get; init; }

    /// <summary>Texts of <c>response</c>, by status code.</summary>
    public EquatableArray<DocParamSpec> Responses { get; init; }

    /// <summary>The address of the first <c>seealso href</c>, with its text.</summary>
    public DocParamSpec? ExternalDocs { get; init; }

    /// <summary>
    /// The documentation ID of a symbol of another assembly, whose text stands in that assembly's XML file or its project's
    /// source; the document looks it up there. Several, with <c>|</c> between them, are asked in turn. Null where the text is here.
    /// </summary>
    public string? ExternalId { get; init; }
}
