using Covet.Generators.Model;

namespace Covet.Generators.Emit.Json;

/// <summary>Emits the list of an assembly's codecs, which <c>CovetJson</c> asks at the first use of a type.</summary>
internal static class JsonRegistryEmitter
{
    public static string Emit(EquatableArray<TypeRef> types, EquatableArray<string> experimental)
    {
        var source = SourceWriter.StartFile(experimental);
        source.Line("namespace Covet.Generated;");
        source.Line();
        source.Line("/// <summary>The JSON codecs of the assembly.</summary>");
        source.Open("internal static class CovetJsonModels");
        source.Line("[global::System.Runtime.CompilerServices.ModuleInitializer]");
        source.Line("internal static void Add() => " + JsonCodecEmitter.Internal + "JsonCodecs.Add(static type => Find(type));");
        source.Line();
        source.Open("private static " + JsonCodecEmitter.Internal + "JsonCodec? Find(global::System.Type type)");
        foreach (var type in types)
        {
            source.Open("if (type == typeof(" + type.FullName + "))");
            source.Line("return new " + JsonCodecEmitter.Internal + "JsonCodecEntry<" + type.FullName + ", " + type.CodecName + ">();");
            source.Close();
            source.Line();
        }

        source.Line("return null;");
        source.Close();
        return source.Close().ToString();
    }
}
