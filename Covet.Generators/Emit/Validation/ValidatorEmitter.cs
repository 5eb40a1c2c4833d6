using Covet.Generators.Model;

namespace Covet.Generators.Emit.Validation;

/// <summary>Writes the validator of one type: a struct that implements <c>IModelValidator&lt;T&gt;</c>.</summary>
internal static class ValidatorEmitter
{
    /// <summary>The generated file.</summary>
    public static string Emit(ValidationTypeSpec type)
    {
        var writer = SourceWriter.StartFile(type.Experimental);
        writer.Line("namespace Covet.Generated;").Line();
        writer.Line("/// <summary>Checks the rules of " + Literals.Xml(type.Type.Name) + ".</summary>");
        EmitStruct(writer, type, type.Type.Id + "Validator");
        return writer.ToString();
    }

    /// <summary>The struct alone, under a name of the caller's.</summary>
    public static void EmitStruct(SourceWriter writer, ValidationTypeSpec type, string name)
    {
        var fields = new RuleFields();
        writer.Open("internal readonly struct " + name + " : global::Covet.Internal.IModelValidator<" + type.Type.FullName + ">");
        writer.Open("public static void Validate(" + type.Type.FullName + " value, ref global::Covet.Internal.ValidationState state)");
        switch (type.Shape)
        {
            case ValidationShape.Nullable:
                writer.Line(type.Element!.ValidatorName + ".Validate(value.GetValueOrDefault(), ref state);");
                break;
            case ValidationShape.Collection:
                writer.Line("global::Covet.Internal.ModelValidation.Items<" + type.Element!.FullName + ", " + type.Element.ValidatorName + ">(value!, ref state);");
                break;
            case ValidationShape.Dictionary:
                writer.Line("global::Covet.Internal.ModelValidation.Values<" + type.Key!.FullName + ", " + type.Element!.FullName + ", " + type.Element.ValidatorName + ">(value!, ref state);");
                break;
            default:
                ObjectValidatorEmitter.EmitBody(writer, type, name, fields);
                break;
        }

        writer.Close();
        EmitKeys(writer, type);
        fields.Write(writer);
        writer.Close();
    }

    private static void EmitKeys(SourceWriter writer, ValidationTypeSpec type)
    {
        if (type.Keys.Count == 0)
        {
            return;
        }

        writer.Line();
        writer.Open("public static string Key(string member) => member switch");
        foreach (var key in type.Keys)
        {
            writer.Line(Literals.String(key.ClrName) + " => " + Literals.String(key.Key) + ",");
        }

        writer.Line("_ => member,");
        writer.Close(";");
    }
}
