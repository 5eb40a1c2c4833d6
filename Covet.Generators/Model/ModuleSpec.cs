namespace Covet.Generators.Model;

/// <summary>The generated module of a referenced class library.</summary>
/// <param name="TypeName">The module's class, as it is written in code.</param>
/// <param name="AssemblyName">The library's name.</param>
/// <param name="Routes">Its routes.</param>
internal sealed record ModuleSpec(string TypeName, string AssemblyName, EquatableArray<ModuleRouteSpec> Routes)
{
    /// <summary>Its open generic services.</summary>
    public EquatableArray<ServiceSpec> OpenServices { get; init; }

    /// <summary>What it has registered of them, as <see cref="ServiceSpec.Closing"/> says.</summary>
    public EquatableArray<string> Closings { get; init; }
}
