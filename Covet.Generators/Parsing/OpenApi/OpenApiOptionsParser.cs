using Covet.Generators.Model;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Covet.Generators.Parsing.OpenApi;

/// <summary>What the project's properties and the assembly's attributes say of the application.</summary>
internal static class OpenApiOptionsParser
{
    /// <summary>The properties of the project, which <c>Covet.targets</c> makes visible.</summary>
    public static OpenApiOptionsSpec Properties(AnalyzerConfigOptions options)
    {
        var name = Get(options, "AssemblyName");
        var authors = Get(options, "Authors");
        var description = Decode(Get(options, "_CovetApiDescription"));
        return new OpenApiOptionsSpec(Get(options, "_CovetApiTitle") ?? name ?? "", Get(options, "Version") ?? "1.0.0")
        {
            // What the .NET SDK puts there where the project says nothing.
            Description = description == "Package Description" ? null : description,
            ContactName = authors == name ? null : authors,
            ContactUrl = Get(options, "PackageProjectUrl") ?? Get(options, "RepositoryUrl"),
            ContactEmail = Get(options, "CovetOpenApiContactEmail"),
            License = Get(options, "PackageLicenseExpression"),
            LicenseUrl = Get(options, "CovetOpenApiLicenseUrl"),
            TermsOfService = Get(options, "CovetOpenApiTermsOfService"),
            ExternalDocsUrl = Get(options, "CovetOpenApiDocsUrl"),
            Servers = (Get(options, "_CovetApiServers") ?? "").Split([' '], StringSplitOptions.RemoveEmptyEntries).ToEquatableArray(),
            IsVersion30 = Get(options, "CovetOpenApiVersion") is { } version && version.StartsWith("3.0", StringComparison.Ordinal),
        };
    }

    /// <summary>Adds what the assembly's attributes say.</summary>
    public static OpenApiOptionsSpec WithAssembly(OpenApiOptionsSpec options, string assemblyName, EquatableArray<AttributeSpec> attributes, VersioningSpec versioning) => options with
    {
        Title = options.Title.Length == 0 ? assemblyName : options.Title,
        Documents = attributes.Where(a => a.TypeName == "Covet.ApiDocumentAttribute").Select(Document).Where(d => d.Name.Length != 0).ToEquatableArray(),
        SecuritySchemes = attributes.Where(a => a.TypeName == "Covet.ApiSecuritySchemeAttribute").ToEquatableArray(),
        Versioning = versioning,
    };

    private static OpenApiDocumentSpec Document(AttributeSpec attribute) => new(
        attribute.Arguments.Count == 0 ? "" : attribute.Arguments[0].Text ?? "",
        Named(attribute, "Title"),
        Named(attribute, "Version"),
        Named(attribute, "Description"));

    private static string? Named(AttributeSpec attribute, string name) => attribute.NamedArguments.FirstOrDefault(a => a.Name == name)?.Text;

    private static string? Get(AnalyzerConfigOptions options, string property) =>
        options.TryGetValue("build_property." + property, out var value) && value.Trim() is { Length: > 0 } text ? text : null;

    private static string? Decode(string? text) => text is null ? null : Uri.UnescapeDataString(text);
}
