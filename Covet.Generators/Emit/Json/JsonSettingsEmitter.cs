using Covet.Generators.Model;

namespace Covet.Generators.Emit.Json;

/// <summary>Emits the options that the run time needs, where they are not the defaults.</summary>
internal static class JsonSettingsEmitter
{
    public static string Emit(JsonOptionsSpec options)
    {
        var source = SourceWriter.StartFile();
        source.Line("namespace Covet.Generated;");
        source.Line();
        source.Line("/// <summary>What <c>[assembly: CovetJsonOptions]</c> says.</summary>");
        source.Open("internal static class CovetJsonSettings");
        source.Line("public static readonly " + JsonCodecEmitter.Internal + "JsonSettings Value = new()");
        source.Open("");
        Flag(source, "RelaxedEncoder", options.RelaxedEscaping);
        Flag(source, "WriteIndented", options.WriteIndented);
        Flag(source, "SkipComments", options.SkipComments);
        Flag(source, "AllowTrailingCommas", options.AllowTrailingCommas);
        source.Line("AllowDuplicateProperties = " + (options.AllowDuplicateProperties ? "true" : "false") + ",");
        if (options.MaxDepth > 0)
        {
            source.Line("MaxDepth = " + options.MaxDepth.ToString(System.Globalization.CultureInfo.InvariantCulture) + ",");
        }

        if (options.NumberHandling != 1)
        {
            source.Line("NumberHandling = " + options.NumberHandling.ToString(System.Globalization.CultureInfo.InvariantCulture) + ",");
        }

        if (!options.PropertyNameCaseInsensitive)
        {
            source.Line("PropertyNameCaseInsensitive = false,");
        }

        Number(source, "PropertyNamingPolicy", "JsonKnownNamingPolicy", options.NamingPolicy, 1);
        Number(source, "DictionaryKeyPolicy", "JsonKnownNamingPolicy", options.DictionaryKeyPolicy, 0);
        Number(source, "DefaultIgnoreCondition", "JsonIgnoreCondition", options.DefaultIgnoreCondition, 0);

        source.Close(";");
        return source.Close().ToString();
    }

    private static void Number(SourceWriter source, string name, string type, int value, int otherwise)
    {
        if (value != otherwise)
        {
            source.Line(name + " = (global::System.Text.Json.Serialization." + type + ")" + value.ToString(System.Globalization.CultureInfo.InvariantCulture) + ",");
        }
    }

    private static void Flag(SourceWriter source, string name, bool value)
    {
        if (value)
        {
            source.Line(name + " = true,");
        }
    }
}
