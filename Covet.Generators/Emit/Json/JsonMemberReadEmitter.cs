using Covet.Generators.Model;

namespace Covet.Generators.Emit.Json;

/// <summary>Emits the reading of one member's value.</summary>
internal static class JsonMemberReadEmitter
{
    public static void Emit(SourceWriter source, JsonTypeSpec type, JsonReadItem item, bool late)
    {
        var member = item.Member;
        if (member.Filled is not null && !late && member.ConstructorParameter < 0)
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
            return "reader.ReadExtensionData(extension ??= " + NewExtension(member) + ", name);";
        }

        var value = JsonAccessorEmitter.Get(type, member, index);
        var ready = member.Setter == JsonAccess.None ? "" : "if (" + value + " is null) { " + JsonAccessorEmitter.Set(type, member, index, NewExtension(member)) + " } ";
        return ready + "reader.ReadExtensionData(" + value + ", name);";
    }

    private static string NewExtension(JsonMemberSpec member) =>
        member.ExtensionKind == JsonExtensionKind.Node ? "reader.NewExtensionObject()" : "new " + member.CreateType + "()";

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

        Set(source, type, item, "member" + item.Index + suffix);
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
        var value = "member" + item.Index;
        source.Line("var " + value + " = " + JsonAccessorEmitter.Get(type, member, item.Index) + ";");
        if (!member.Type.IsValueType)
        {
            source.Open("if (" + value + " is not null && !reader.IsNull())");
            source.Line(member.Filled!.CodecName + ".Populate(ref reader, " + value + ");");
            source.Close();
        }
        else
        {
            // A struct is handed out as a copy and put back.
            var filled = member.Type == member.Filled ? value : "filled" + item.Index;
            source.Open("if (" + (filled == value ? "" : value + " is { } " + filled + " && ") + "!reader.IsNull())");
            source.Line(member.Filled!.CodecName + ".Populate(ref reader, ref " + filled + ");");
            Set(source, type, item, filled);
            source.Close();
        }

        source.Open("else");
        if (member.Setter == JsonAccess.None)
        {
            // Null cannot be put in its place, whatever the annotation says.
            source.Open("if (!reader.TryRejectNull())").Line("reader.SkipValue();").Close();
            source.Line();
        }
        else
        {
            source.Line(value + " = " + Expression(member, item.Index) + ";");
            if (!member.Nullable && !member.Type.IsValueType)
            {
                source.Open("if (" + value + " is null)").Line("reader.RejectNull();").Close();
                source.Line();
            }

            Set(source, type, item, value + (member.Type.IsValueType ? "" : "!"));
        }

        source.Close();
        source.Line();
    }

    private static void Set(SourceWriter source, JsonTypeSpec type, JsonReadItem item, string value)
    {
        var set = JsonAccessorEmitter.Set(type, item.Member, item.Index, value);
        if (!item.Member.GuardSet)
        {
            source.Line(set);
            return;
        }

        source.Open("if (!reader.Failed)").Line(set).Close();
        source.Line();
    }
}
