using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Json;

/// <summary>
/// The types that belong to the code of a library: those that a library names with <c>[JsonModel]</c>, written as its own options say, and
/// those that this assembly sees through an extern alias alone, which generated code cannot name.
/// </summary>
internal sealed class JsonLibraryModels
{
    private static readonly ConditionalWeakTable<Compilation, JsonLibraryModels> Cache = new();

    private readonly Compilation compilation;
    private readonly HashSet<ISymbol> named = new(SymbolEqualityComparer.Default);

    private JsonLibraryModels(Compilation compilation)
    {
        this.compilation = compilation;
        foreach (var library in compilation.SourceModule.ReferencedAssemblySymbols.Where(static library => library.Name != "Covet.Runtime" && RefersToCovet(library)))
        {
            AddNamed(library);
        }

        // What this assembly names too is its own.
        if (named.Count > 0)
        {
            foreach (var type in NamedBy(compilation.Assembly))
            {
                named.Remove(type);
            }
        }
    }

    public static JsonLibraryModels Get(Compilation compilation) => Cache.GetValue(compilation, static key => new JsonLibraryModels(key));

    /// <summary>Whether the code of a type is a library's alone.</summary>
    public bool Owns(ITypeSymbol type) => named.Contains(type.WithNullableAnnotation(NullableAnnotation.None)) || IsMarkedInLibrary(type) || IsBehindAlias(type);

    private static bool RefersToCovet(IAssemblySymbol library) =>
        library.Modules.Any(static module => module.ReferencedAssemblies.Any(static reference => reference.Name == "Covet.Runtime"));

    private static IEnumerable<ITypeSymbol> NamedBy(IAssemblySymbol assembly) => assembly.GetAttributes()
        .Where(static attribute => attribute.AttributeClass.Is("Covet", "JsonModelAttribute"))
        .Select(static attribute => attribute.FirstValue())
        .OfType<ITypeSymbol>();

    private void AddNamed(IAssemblySymbol library)
    {
        foreach (var type in NamedBy(library))
        {
            named.Add(type.WithNullableAnnotation(NullableAnnotation.None));
        }
    }

    private bool IsMarkedInLibrary(ITypeSymbol type) =>
        !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly)
        && type.GetAttributes().Any(static attribute => attribute.AttributeClass.Is("Covet", "JsonModelAttribute"))
        && !NamedBy(compilation.Assembly).Contains(type, SymbolEqualityComparer.Default);

    private bool IsBehindAlias(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsBehindAlias(array.ElementType),
        INamedTypeSymbol named => IsBehindAlias(named.ContainingAssembly) || named.TypeArguments.Any(IsBehindAlias),
        _ => false,
    };

    private bool IsBehindAlias(IAssemblySymbol? assembly) =>
        assembly is not null
        && compilation.GetMetadataReference(assembly)?.Properties.Aliases is { IsEmpty: false } aliases
        && !aliases.Contains(MetadataReferenceProperties.GlobalAlias);
}
