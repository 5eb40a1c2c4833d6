using Covet.Generators.Model;

namespace Covet.Generators.Emit.Json;

/// <summary>Emits the writing of an object: names and punctuation merged into constants, commas decided at build where they can be.</summary>
internal static class JsonObjectWriteEmitter
{
    private const int WhenWritingDefault = 2;
    private const int WhenWritingNull = 3;

    private enum Comma
    {
        /// <summary>Nothing has been written in the object.</summary>
        No,

        /// <summary>Only the run time knows: all members so far were conditional.</summary>
        Unknown,

        /// <summary>A member has been written.</summary>
        Yes,
    }

    public static void Emit(SourceWriter source, JsonTypeSpec type)
    {
        JsonCodecEmitter.OpenWrite(source, type);
        if (type.Polymorphism is not null)
        {
            JsonPolymorphismEmitter.EmitWrite(source, type);
        }
        else
        {
            Members(source, type, tagged: false);
        }

        source.Close();
        source.Line();
        if (type.Polymorphism is not null && !type.IsAbstract)
        {
            source.Open("internal static void WriteSelf(ref " + JsonCodecEmitter.Internal + "JsonWriter writer, " + type.Type.FullName + " value)");
            Members(source, type, tagged: false);
            source.Close();
            source.Line();
        }

        if (type.IsPolymorphicTarget)
        {
            source.Line("// Writes the members after a discriminator, which the caller gives with the opening brace.");
            source.Open("internal static void WriteTagged(ref " + JsonCodecEmitter.Internal + "JsonWriter writer, " + type.Type.FullName + " value, global::System.ReadOnlySpan<byte> tag)");
            Members(source, type, tagged: true);
            source.Close();
            source.Line();
        }

        JsonAccessorEmitter.EmitGetters(source, type);
    }

    private static void Members(SourceWriter source, JsonTypeSpec type, bool tagged)
    {
        var members = type.Members.Select((member, index) => (Member: member, Index: index)).Where(item => item.Member.CanWrite && !item.Member.IsExtensionData).ToList();
        var extension = type.Members.Select((member, index) => (Member: member, Index: index)).FirstOrDefault(item => item.Member is { IsExtensionData: true, CanWrite: true });
        if (members.Count == 0 && extension.Member is null && !tagged)
        {
            source.Line("writer.WriteRaw(\"{}\"u8);");
            return;
        }

        if (type.Options.WriteIndented)
        {
            Indented(source, type, members, extension.Member, extension.Index, tagged);
            return;
        }

        source.Line("writer.Enter();");
        var constants = new JsonConstantWriter(source);
        var comma = tagged ? Comma.Yes : Comma.No;
        if (tagged)
        {
            source.Line("writer.WriteRaw(tag);");
        }
        else
        {
            constants.Add("{");
            if (members.Count == 0 ? extension.Member is not null : IsConditional(members[0].Member) && (members.Any(item => !IsConditional(item.Member)) || members.Count > 1 || extension.Member is not null))
            {
                source.Line("var comma = false;");
            }
        }

        foreach (var (member, index) in members)
        {
            comma = Member(source, constants, type, member, index, comma);
        }

        if (extension.Member is { } data)
        {
            constants.Flush();
            source.Line("writer.WriteExtensionData(" + JsonAccessorEmitter.Get(type, data, extension.Index) + ", " + (comma == Comma.Yes ? "true" : "comma") + ");");
        }

        constants.Add("}").Flush();
        source.Line("writer.Leave();");
    }

    private static Comma Member(SourceWriter source, JsonConstantWriter constants, JsonTypeSpec type, JsonMemberSpec member, int index, Comma comma)
    {
        var value = JsonAccessorEmitter.Get(type, member, index);
        if (!IsConditional(member))
        {
            Name(source, constants, type, member, comma);
            Value(source, constants, member, index, value);
            return Comma.Yes;
        }

        constants.Flush();
        source.Line("var value" + index + " = " + value + ";");
        source.Open("if (" + Condition(member, "value" + index) + ")");
        Name(source, constants, type, member, comma);
        Value(source, constants, member, index, "value" + index);
        if (comma != Comma.Yes && UsesComma(type, index))
        {
            source.Line("comma = true;");
        }

        source.Close();
        source.Line();
        return comma == Comma.Yes ? comma : Comma.Unknown;
    }

    // Whether something after the member asks for the variable.
    private static bool UsesComma(JsonTypeSpec type, int index) =>
        type.Members.Select((member, at) => (member, at)).Any(item => item.member.CanWrite && (item.at > index || item.member.IsExtensionData));

    private static void Name(SourceWriter source, JsonConstantWriter constants, JsonTypeSpec type, JsonMemberSpec member, Comma comma)
    {
        var quoted = JsonLiteral.Quote(member.JsonName, type.Options.RelaxedEscaping);
        if (comma == Comma.Unknown && quoted is not null)
        {
            constants.Flush();
            source.Line("writer.WriteRaw(comma ? " + Literals.Utf8("," + quoted + ":") + " : " + Literals.Utf8(quoted + ":") + ");");
            return;
        }

        if (comma == Comma.Unknown)
        {
            constants.Flush();
            source.Open("if (comma)").Line("writer.WriteRaw((byte)',');").Close();
        }
        else if (comma == Comma.Yes)
        {
            constants.Add(",");
        }

        if (quoted is null)
        {
            constants.Flush();
            source.Line("writer.WriteString(" + Literals.String(member.JsonName) + ");");
            constants.Add(":");
        }
        else
        {
            constants.Add(quoted + ":");
        }
    }

    private static void Value(SourceWriter source, JsonConstantWriter constants, JsonMemberSpec member, int index, string value)
    {
        constants.Flush();
        if (member.ConverterExpression is not null)
        {
            if (!member.ConvertsUnderlying)
            {
                source.Line("writer.WriteConverted(Converter" + index + ", " + value + ");");
                return;
            }

            source.Open("if (" + value + " is { } some" + index + ")").Line("writer.WriteConverted(Converter" + index + ", some" + index + ");").Close();
            source.Open("else").Line("writer.WriteNull();").Close();
            source.Line();
            return;
        }

        if (member.EnumAsString)
        {
            JsonEnumEmitter.WriteName(source, member.Type, value, index);
            return;
        }

        source.Line(JsonValueCode.Write(member.Type, member.NumberHandling, value));
    }

    private static void Indented(SourceWriter source, JsonTypeSpec type, List<(JsonMemberSpec Member, int Index)> members, JsonMemberSpec? extension, int extensionIndex, bool tagged)
    {
        source.Line("writer.BeginObject();");
        if (tagged)
        {
            source.Line("writer.WriteTag(tag);");
        }

        var constants = new JsonConstantWriter(source);
        foreach (var (member, index) in members)
        {
            var value = JsonAccessorEmitter.Get(type, member, index);
            if (IsConditional(member))
            {
                source.Line("var value" + index + " = " + value + ";");
                value = "value" + index;
                source.Open("if (" + Condition(member, value) + ")");
            }

            source.Line("writer.BeginMember(" + (JsonLiteral.Quote(member.JsonName, type.Options.RelaxedEscaping) is { } quoted ? Literals.Utf8(quoted) : Literals.String(member.JsonName)) + ");");
            Value(source, constants, member, index, value);
            if (IsConditional(member))
            {
                source.Close();
                source.Line();
            }
        }

        if (extension is not null)
        {
            source.Line("writer.WriteExtensionData(" + JsonAccessorEmitter.Get(type, extension, extensionIndex) + ", " + (members.Count == 0 && !tagged ? "false" : "null") + ");");
        }

        source.Line("writer.EndObject();");
    }

    private static bool IsConditional(JsonMemberSpec member) =>
        member.IgnoreCondition is WhenWritingDefault or WhenWritingNull && !(member.IgnoreCondition == WhenWritingNull && member.Type.IsValueType && !member.Type.FullName.EndsWith("?", StringComparison.Ordinal));

    private static string Condition(JsonMemberSpec member, string value)
    {
        if (!member.Type.IsValueType || member.IgnoreCondition == WhenWritingNull || member.Type.FullName.EndsWith("?", StringComparison.Ordinal))
        {
            return value + " is not null";
        }

        return member.Type.Special switch
        {
            KnownType.Boolean => value,
            >= KnownType.SByte and <= KnownType.Decimal => value + " != default",
            _ => "!global::System.Collections.Generic.EqualityComparer<" + member.Type.FullName + ">.Default.Equals(" + value + ", default)",
        };
    }
}
