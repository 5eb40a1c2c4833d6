using System.Reflection;
using System.Runtime.Loader;

namespace Covet.Generators.Tests;

/// <summary>A compiled assembly with its libraries, in a load context of its own that goes when it is disposed.</summary>
internal sealed class LoadedAssembly : IDisposable
{
    private readonly AssemblyLoadContext context;

    private LoadedAssembly(AssemblyLoadContext context, Assembly assembly)
    {
        this.context = context;
        Assembly = assembly;
    }

    public Assembly Assembly { get; }

    public static LoadedAssembly Load(CompiledLibrary library)
    {
        var context = new AssemblyLoadContext(library.AssemblyName, isCollectible: true);
        var libraries = AllLibraries(library).DistinctBy(l => l.AssemblyName).ToDictionary(l => l.AssemblyName, StringComparer.Ordinal);
        context.Resolving += (c, name) => libraries.TryGetValue(name.Name!, out var found) ? LoadInto(c, found) : null;
        return new LoadedAssembly(context, LoadInto(context, library));
    }

    public void Dispose() => context.Unload();

    private static IEnumerable<CompiledLibrary> AllLibraries(CompiledLibrary library) => library.Libraries.Concat(library.Libraries.SelectMany(AllLibraries));

    private static Assembly LoadInto(AssemblyLoadContext context, CompiledLibrary library) =>
        context.LoadFromStream(new MemoryStream(library.Image), new MemoryStream(library.Symbols));
}
