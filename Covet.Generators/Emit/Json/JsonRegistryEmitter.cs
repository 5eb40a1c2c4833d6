using Covet.Generators.Model;

namespace Covet.Generators.Emit.Json;

/// <summary>Emits the list of an assembly's codecs, which <c>CovetJson</c> asks at the first use of a type.</summary>
internal static class JsonRegistryEmitter
{
    /// <param name="types">All types that have a codec.</param>
    /// <param name="roots">The Ids of those that a <c>[JsonModel]</c> names.</param>
    /// <param name="experimental">The IDs by which types say that they are experimental.</param>
    /// <param name="assembly">The assembly.</param>
    public static string Emit(EquatableArray<TypeRef> types, EquatableArray<string> roots, EquatableArray<string> experimental, AssemblySpec assembly)
    {
        var named = new HashSet<string>(roots, StringComparer.Ordinal);
        var source = SourceWriter.StartFile(experimental);
        source.Line("namespace Covet.Generated;");
        source.Line();
        source.Line("/// <summary>The JSON codecs of the assembly.</summary>");
        source.Open("internal static class CovetJsonModels");
        source.Line("[global::System.Runtime.CompilerServices.ModuleInitializer]");
        source.Line("internal static void Add() => " + JsonCodecEmitter.Internal + "JsonCodecs.Add(" + Literals.String(assembly.Name) + ", isApplication: " + (assembly.IsApplication ? "true" : "false") + ", static (type, reached) => Find(type) ?? (reached ? FindReached(type) : null));");
        source.Line();
        Find(source, "Find", types.Where(type => named.Contains(type.Id)));
        source.Line();
        Find(source, "FindReached", types.Where(type => !named.Contains(type.Id)));
        return source.Close().ToString();
    }

    private static void Find(SourceWriter source, string name, IEnumerable<TypeRef> types)
    {
        source.Open("private static " + JsonCodecEmitter.Internal + "JsonCodec? " + name + "(global::System.Type type)");
        foreach (var type in types)
        {
            source.Open("if (type == typeof(" + type.FullName + "))");
            source.Line("return new " + JsonCodecEmitter.Internal + "JsonCodecEntry<" + type.FullName + ", " + type.CodecName + ">();");
            source.Close();
            source.Line();
        }

        source.Line("return null;");
        source.Close();
    }
}
