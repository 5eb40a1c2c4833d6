namespace Covet.Generators.Model;

/// <summary>What the documents say of the application as a whole: from the project's properties and assembly attributes.</summary>
internal sealed record OpenApiOptionsSpec(string Title, string Version)
{
    public string? Description { get; init; }

    public string? TermsOfService { get; init; }

    public string? ContactName { get; init; }

    public string? ContactUrl { get; init; }

    public string? ContactEmail { get; init; }

    /// <summary>An SPDX expression.</summary>
    public string? License { get; init; }

    public string? LicenseUrl { get; init; }

    public string? ExternalDocsUrl { get; init; }

    public EquatableArray<string> Servers { get; init; }

    /// <summary>Whether OpenAPI 3.0.3 is written instead of 3.1.</summary>
    public bool IsVersion30 { get; init; }

    /// <summary>The documents that assembly attributes describe, in their order; the first is the default.</summary>
    public EquatableArray<OpenApiDocumentSpec> Documents { get; init; }

    /// <summary>The assembly's <c>[ApiSecurityScheme]</c> attributes.</summary>
    public EquatableArray<AttributeSpec> SecuritySchemes { get; init; }

    /// <summary>Where requests say which version of the API they want.</summary>
    public VersioningSpec Versioning { get; init; } = VersioningSpec.Usual;

    public string DefaultDocument => Documents.Count == 0 ? "v1" : Documents[0].Name;
}
