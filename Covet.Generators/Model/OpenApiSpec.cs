namespace Covet.Generators.Model;

/// <summary>All that the documents are made of.</summary>
/// <param name="IsApplication">Whether documents are made, or a library's fragments go along for the application.</param>
/// <param name="Options">The application.</param>
/// <param name="Fragments">The handlers' parts.</param>
/// <param name="Libraries">The parts of referenced libraries.</param>
/// <param name="ExternalDocs">Texts of other assemblies.</param>
internal sealed record OpenApiSpec(
    bool IsApplication,
    OpenApiOptionsSpec Options,
    EquatableArray<OpenApiFragmentSpec> Fragments,
    EquatableArray<OpenApiFragmentSpec> Libraries,
    EquatableArray<ExternalDocSpec> ExternalDocs);
