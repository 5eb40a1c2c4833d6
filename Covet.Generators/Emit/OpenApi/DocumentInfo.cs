using Covet.Generators.Emit.OpenApi.Tree;
using Covet.Generators.Model;

namespace Covet.Generators.Emit.OpenApi;

/// <summary>The info object of a document.</summary>
internal static class DocumentInfo
{
    public static ApiObject Create(OpenApiOptionsSpec options, string name)
    {
        var document = options.Documents.FirstOrDefault(d => d.Name == name);
        var contact = new ApiObject { { "name", options.ContactName }, { "url", options.ContactUrl }, { "email", options.ContactEmail } };
        return new ApiObject
        {
            { "title", document?.Title ?? options.Title },
            { "description", document?.Description ?? options.Description },
            { "termsOfService", options.TermsOfService },
            { "contact", contact.Count == 0 ? null : contact },
            { "license", License(options) },
            { "version", document?.Version ?? options.Version },
        };
    }

    private static ApiObject? License(OpenApiOptionsSpec options)
    {
        if (options.License is null && options.LicenseUrl is null)
        {
            return null;
        }

        // identifier came with 3.1; it and url exclude each other.
        var url = options.LicenseUrl ?? (options.IsVersion30 ? "https://spdx.org/licenses/" + options.License + ".html" : null);
        return new ApiObject
        {
            { "name", options.License ?? "License" },
            { "identifier", url is null ? options.License : null },
            { "url", url },
        };
    }
}
