using Covet.Generators.Model;

namespace Covet.Generators.Emit.Json;

/// <summary>Emits the reading of one member's value.</summary>
internal static class JsonMemberReadEmitter
{
    public static void Emit(SourceWriter source, JsonTypeSpec type, JsonReadItem item, bool late)
    {
        var member = item.Member;
        if (member.Populate && !late && member.ConstructorParameter < 0)
        {
            Populate(source, type, item);
            return;
        }

        if (!member.IsRequiredInCSharp && member.Setter == JsonAccess.None && member.ConstructorParameter < 0)
        {
            source.Line("reader.SkipValue();");
            return;
        }

        Assign(source, type, item, late);
    }

    /// <summary>The statement that keeps an unknown member.</summary>
    public static string Extension(JsonTypeSpec type, JsonReadPlan plan)
    {
        var (member, index) = plan.Extension!.Value;
        if (member.Setter == JsonAccess.None && (plan.IsLate || member.Getter == JsonAccess.None))
        {
            return "reader.SkipValue();";
        }

        if (plan.IsLate)
        {
            return "reader.ReadExtensionData(extension ??= new " + member.CreateType + "(), name);";
        }

        var value = JsonAccessorEmitter.Get(type, member, index);
        var ready = member.Setter == JsonAccess.None ? "" : "if (" + value + " is null) { " + JsonAccessorEmitter.Set(type, member, index, "new " + member.CreateType + "()") + " } ";
        return ready + "reader.ReadExtensionData(" + value + ", name);";
    }

    private static void Assign(SourceWriter source, JsonTypeSpec type, JsonReadItem item, bool late)
    {
        var member = item.Member;
        var read = Expression(member, item.Index);
        var check = JsonValueCode.NeedsNullCheck(member.Type, member.Nullable) || (member.ConverterExpression is not null && !member.Nullable && !member.Type.IsValueType);
        var suffix = member.Type.IsValueType ? "" : "!";
        if (late)
        {
            source.Line("member" + item.Index + " = " + read + ";");
            if (check)
            {
                source.Open("if (member" + item.Index + " is null)").Line("reader.RejectNull();").Close();
                source.Line();
            }

            return;
        }

        if (!check && !member.GuardSet && member.Setter != JsonAccess.With)
        {
            source.Line(JsonAccessorEmitter.Set(type, member, item.Index, read + suffix));
            return;
        }

        source.Line("var member" + item.Index + " = " + read + ";");
        if (check)
        {
            source.Open("if (member" + item.Index + " is null)").Line("reader.RejectNull();").Close();
            source.Line();
        }

        var set = JsonAccessorEmitter.Set(type, member, item.Index, "member" + item.Index + suffix);
        if (member.GuardSet)
        {
            source.Open("if (!reader.Failed)").Line(set).Close();
            source.Line();
        }
        else
        {
            source.Line(set);
        }
    }

    private static string Expression(JsonMemberSpec member, int index)
    {
        if (member.ConverterExpression is not null)
        {
            return member.ConvertsUnderlying ? "reader.TryReadNull() ? default(" + member.Type.FullName + ") : reader.ReadConverted(Converter" + index + ")" : "reader.ReadConverted(Converter" + index + ")";
        }

        if (member.EnumAsString)
        {
            return JsonEnumEmitter.ReadName(member.Type);
        }

        return member.Nullable ? JsonValueCode.Read(member.Type, member.NumberHandling) : JsonValueCode.ReadRequired(member.Type, member.NumberHandling);
    }

    private static void Populate(SourceWriter source, JsonTypeSpec type, JsonReadItem item)
    {
        var member = item.Member;
        source.Line("var member" + item.Index + " = " + JsonAccessorEmitter.Get(type, member, item.Index) + ";");
        source.Open("if (member" + item.Index + " is not null && !reader.IsNull())");
        source.Line(member.Type.CodecName + ".Populate(ref reader, member" + item.Index + ");");
        source.Close();
        source.Open("else");
        if (member.Setter == JsonAccess.None)
        {
            // Null cannot be put in its place, whatever the annotation says.
            source.Open("if (!reader.TryRejectNull())").Line("reader.SkipValue();").Close();
            source.Line();
        }
        else
        {
            source.Line("member" + item.Index + " = " + Expression(member, item.Index) + ";");
            if (!member.Nullable)
            {
                source.Open("if (member" + item.Index + " is null)").Line("reader.RejectNull();").Close();
                source.Line();
            }

            source.Line(JsonAccessorEmitter.Set(type, member, item.Index, "member" + item.Index + "!"));
        }

        source.Close();
        source.Line();
    }
}
