using Covet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.OpenApi;

/// <summary>The fragments that referenced class libraries carry in an attribute.</summary>
internal static class LibraryFragmentParser
{
    private const string Runtime = "Covet.Runtime";

    public static EquatableArray<OpenApiFragmentSpec> Parse(Compilation compilation, CancellationToken cancellation)
    {
        var fragments = new List<OpenApiFragmentSpec>();
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            cancellation.ThrowIfCancellationRequested();
            if (assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == Runtime)))
            {
                fragments.AddRange(assembly.GetAttributes()
                    .Where(a => a.AttributeClass.Is("Covet.Internal", "OpenApiFragmentAttribute") && a.ConstructorArguments.Length == 1)
                    .Select(a => new OpenApiFragmentSpec(a.ConstructorArguments[0].Value as string ?? "")));
            }
        }

        return fragments.ToEquatableArray();
    }
}
