using Covet.Generators.Model;

namespace Covet.Generators.Emit.Json;

/// <summary>Emits what stands in for calls of <c>CovetJson</c>: one method for each type and method, with an attribute for each call.</summary>
internal static class JsonCallEmitter
{
    /// <summary>The namespace that a project allows to intercept calls; the package's build files name it.</summary>
    public const string Namespace = "Covet.Generated";

    public static string Emit(IEnumerable<JsonCallSpec> calls)
    {
        var all = calls.ToList();
        var source = SourceWriter.StartFile(all.SelectMany(static call => call.Experimental).Distinct().OrderBy(static id => id, StringComparer.Ordinal).ToEquatableArray());
        source.Open("namespace System.Runtime.CompilerServices");
        source.Line("/// <summary>Tells the compiler which call a method stands in for.</summary>");
        source.Line("[global::System.AttributeUsage(global::System.AttributeTargets.Method, AllowMultiple = true)]");
        source.Open("file sealed class InterceptsLocationAttribute : global::System.Attribute");
        source.Open("public InterceptsLocationAttribute(int version, string data)");
        source.Line("_ = version;");
        source.Line("_ = data;");
        source.Close();
        source.Close();
        source.Close();
        source.Line();
        source.Open("namespace " + Namespace);
        source.Line("/// <summary>The calls of <c>CovetJson</c> whose type is known where they stand.</summary>");
        source.Open("file static class CovetJsonCalls");
        foreach (var group in all.GroupBy(static call => (call.Kind, call.Type)).OrderBy(static group => group.Key.Type.Id, StringComparer.Ordinal).ThenBy(static group => group.Key.Kind))
        {
            Method(source, group.Key.Kind, group.Key.Type, group);
        }

        source.Close();
        return source.Close().ToString();
    }

    private static void Method(SourceWriter source, JsonCallKind kind, TypeRef type, IEnumerable<JsonCallSpec> calls)
    {
        foreach (var call in calls.OrderBy(static call => call.Data, StringComparer.Ordinal))
        {
            source.Line("// " + call.Place);
            source.Line("[global::System.Runtime.CompilerServices.InterceptsLocation(" + call.Version.ToString(System.Globalization.CultureInfo.InvariantCulture) + ", " + Literals.String(call.Data) + ")]");
        }

        var (name, result, parameters, arguments) = Signature(kind, JsonCodecEmitter.Nullable(type), type.IsValueType ? "value" : "value!");
        source.Line("internal static " + result + " " + name + "_" + type.Id + "(" + parameters + ") =>");
        source.Indent();
        source.Line(JsonCodecEmitter.Internal + "JsonCalls." + name + "<" + type.FullName + ", " + type.CodecName + ">(" + arguments + ");");
        source.Outdent();
        source.Line();
    }

    private static (string Name, string Result, string Parameters, string Arguments) Signature(JsonCallKind kind, string type, string value) => kind switch
    {
        JsonCallKind.Text => ("Serialize", "string", type + " value", value),
        JsonCallKind.Bytes => ("SerializeToUtf8Bytes", "byte[]", type + " value", value),
        JsonCallKind.Buffer => ("SerializeTo", "void", "global::System.Buffers.IBufferWriter<byte> output, " + type + " value", "output, " + value),
        JsonCallKind.FromText => ("DeserializeText", type, "string json", "json"),
        _ => ("Deserialize", type, "global::System.ReadOnlySpan<byte> utf8", "utf8"),
    };
}
