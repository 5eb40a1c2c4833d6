namespace Covet.Generators.Model;

/// <summary>What the generator knows of the assembly that is compiled.</summary>
/// <param name="Name">The assembly's name.</param>
/// <param name="IsApplication">Whether it has an entry point: then it composes the table of all assemblies.</param>
internal sealed record AssemblySpec(string Name, bool IsApplication)
{
    /// <summary>Where requests say which version of the API they want.</summary>
    public VersioningSpec Versioning { get; init; } = VersioningSpec.Usual;
}
