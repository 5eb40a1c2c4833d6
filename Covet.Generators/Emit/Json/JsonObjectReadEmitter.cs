using Covet.Generators.Model;

namespace Covet.Generators.Emit.Json;

/// <summary>Emits the reading of an object.</summary>
internal static class JsonObjectReadEmitter
{
    public static void Emit(SourceWriter source, JsonTypeSpec type)
    {
        if (type.Polymorphism is null && type.Constructor is null)
        {
            JsonCodecEmitter.WriteOnly(source, type);
            return;
        }

        JsonCodecEmitter.OpenRead(source, type);
        if (type.Polymorphism is not null)
        {
            JsonPolymorphismEmitter.EmitRead(source, type);
        }
        else
        {
            source.Line("return reader.BeginObject() ? ReadMembers(ref reader" + (type.IsPolymorphicTarget ? ", default" : "") + ") : default;");
        }

        source.Close();
        source.Line();
        if (type.Constructor is null)
        {
            return;
        }

        for (var i = 0; i < type.Members.Count; i++)
        {
            if (type.Members[i] is { ConverterExpression: { } expression } member)
            {
                source.Line("private static readonly global::System.Text.Json.Serialization.JsonConverter<" + ConverterType(member) + "> Converter" + i + " = " + expression + ";");
                source.Line();
            }
        }

        var plan = new JsonReadPlan(type);
        source.Open("internal static " + JsonCodecEmitter.Nullable(type.Type) + " ReadMembers(ref " + JsonCodecEmitter.Internal + "JsonReader reader" + TagParameter(plan) + ")");
        if (plan.IsLate)
        {
            Late(source, type, plan);
        }
        else if (type.Type.IsValueType && !type.IsFilled)
        {
            source.Line("var value = " + Construct(type, plan) + ";");
            Loop(source, type, plan);
            Missing(source, plan, late: false);
            source.Line("return value;");
        }
        else
        {
            source.Line("var value = " + Construct(type, plan) + ";");
            source.Line("Fill(ref reader, " + (type.Type.IsValueType ? "ref " : "") + "value" + (plan.IsTagged ? ", tag" : "") + ");");
            source.Line("return value;");
        }

        source.Close();
        source.Line();
        var filled = plan.IsLate ? Made(type) : type;
        if (type.IsFilled || !(plan.IsLate || type.Type.IsValueType))
        {
            Fill(source, filled, plan.IsLate ? new JsonReadPlan(filled) : plan);
        }

        JsonNameSwitchEmitter.Emit(source, plan.Names, type.Options.PropertyNameCaseInsensitive);
        JsonAccessorEmitter.EmitSetters(source, type.IsFilled ? type with { Members = filled.Members } : type);
    }

    // Reads into a value that exists.
    private static void Fill(SourceWriter source, JsonTypeSpec type, JsonReadPlan plan)
    {
        var value = (type.Type.IsValueType ? "ref " : "") + type.Type.FullName + " value";
        source.Open("internal static void Populate(ref " + JsonCodecEmitter.Internal + "JsonReader reader, " + value + ")");
        source.Open("if (reader.BeginObject())").Line("Fill(ref reader, " + (type.Type.IsValueType ? "ref " : "") + "value" + (plan.IsTagged ? ", default" : "") + ");").Close();
        source.Close();
        source.Line();
        source.Open("private static void Fill(ref " + JsonCodecEmitter.Internal + "JsonReader reader, " + value + TagParameter(plan) + ")");
        Loop(source, type, plan);
        Missing(source, plan, late: false);
        source.Close();
        source.Line();
    }

    // The type as it is where its constructor has done its work: each member is set for itself, where it can be.
    private static JsonTypeSpec Made(JsonTypeSpec type) => type with
    {
        Constructor = type.Constructor! with { Parameters = EquatableArray<JsonConstructorParameterSpec>.Empty },
        Members = type.Members.Select(static member => member.ConstructorParameter < 0 && member.Setter is not (JsonAccess.Initializer or JsonAccess.With) ? member : member with
        {
            ConstructorParameter = -1,
            Required = member.FillRequired,
            Setter = member.FillSetter is JsonAccess.Initializer or JsonAccess.With ? JsonAccess.None : member.FillSetter,
            IsRequiredInCSharp = false,
            Filled = member is { Type.IsValueType: true, FillSetter: JsonAccess.Initializer or JsonAccess.With } ? null : member.Filled,
        }).ToEquatableArray(),
    };

    private static string TagParameter(JsonReadPlan plan) => plan.IsTagged ? ", scoped global::System.ReadOnlySpan<byte> tag" : "";

    private static string ConverterType(JsonMemberSpec member) =>
        member.ConvertsUnderlying ? member.Type.FullName.Substring(0, member.Type.FullName.Length - 1) : member.Type.FullName;

    // Members are gathered first, as the constructor or the object initializer needs them.
    private static void Late(SourceWriter source, JsonTypeSpec type, JsonReadPlan plan)
    {
        foreach (var item in plan.Read)
        {
            var parameter = item.Member.ConstructorParameter < 0 ? null : type.Constructor!.Parameters[item.Member.ConstructorParameter];
            source.Line(JsonCodecEmitter.Nullable(item.Member.Type) + " member" + item.Index + " = " + (parameter?.DefaultExpression ?? "default") + ";");
        }

        var extension = plan.Extension is { } data && data.Member.Setter != JsonAccess.None ? plan.Extension : null;
        if (extension is { } kept)
        {
            source.Line(kept.Member.CreateType + "? extension = null;");
        }

        Loop(source, type, plan);
        Missing(source, plan, late: true);
        source.Open("if (reader.Failed)").Line("return default;").Close();
        source.Line();
        source.Line("var value = " + Construct(type, plan) + ";");
        foreach (var item in plan.Read.Where(item => item.Member.ConstructorParameter < 0 && item.Member.Setter is not (JsonAccess.Initializer or JsonAccess.None)))
        {
            source.Open("if (" + plan.IsSeen(item) + ")");
            source.Line(JsonAccessorEmitter.Set(type, item.Member, item.Index, "member" + item.Index + (item.Member.Type.IsValueType ? "" : "!")));
            source.Close();
            source.Line();
        }

        if (extension is { Member.Setter: not JsonAccess.Initializer } filled)
        {
            source.Open("if (extension is not null)").Line(JsonAccessorEmitter.Set(type, filled.Member, filled.Index, "extension")).Close();
            source.Line();
        }

        foreach (var item in plan.Read.Where(item => item.MustNotStayNull && item.Member.Setter != JsonAccess.None && item.Member.ConstructorParameter < 0))
        {
            MissingReference(source, type, plan, item);
        }

        source.Line("return value;");
    }

    private static string Construct(JsonTypeSpec type, JsonReadPlan plan)
    {
        var arguments = string.Join(", ", type.Constructor!.Parameters.Select((parameter, i) =>
            plan.Read.FirstOrDefault(item => item.Member.ConstructorParameter == i) is { } item
                ? "member" + item.Index + (parameter.Type.IsValueType ? "" : "!")
                : parameter.DefaultExpression ?? "default!"));
        var initializers = plan.Read.Where(item => item.Member is { ConstructorParameter: < 0, Setter: JsonAccess.Initializer })
            .Concat(plan.Read.Where(item => item.Member is { ConstructorParameter: >= 0, IsRequiredInCSharp: true }))
            .Select(item => Literals.Identifier(item.Member.ClrName) + " = member" + item.Index + (item.Member.Type.IsValueType ? "" : "!"))
            .Concat(type.Members.Where(member => member is { IsRequiredInCSharp: true, ConstructorParameter: < 0 } && member.Setter != JsonAccess.Initializer).Select(member => Literals.Identifier(member.ClrName) + " = default!"))
            .Concat(plan is { IsLate: true, Extension: { Member.Setter: JsonAccess.Initializer } extension } ? [Literals.Identifier(extension.Member.ClrName) + " = extension!"] : [])
            .ToList();
        var made = type.Constructor.IsHidden ? "Construct(" + arguments + ")" : type.IsTuple ? "default(" + type.Type.FullName + ")" : "new " + type.Type.FullName + "(" + arguments + ")";
        return made + (initializers.Count == 0 ? "" : " { " + string.Join(", ", initializers) + " }");
    }

    private static void Loop(SourceWriter source, JsonTypeSpec type, JsonReadPlan plan)
    {
        for (var word = 0; word < plan.SeenWords; word++)
        {
            source.Line("var seen" + word + " = 0UL;");
        }

        source.Open("while (reader.NextMember(out var name))");
        if (plan.Extension is not null)
        {
            source.Line("var found = Find(name);");
            source.Open("switch (found)");
        }
        else
        {
            source.Open("switch (Find(name))");
        }

        foreach (var item in plan.Read)
        {
            source.Line("case " + item.Index + ":").Indent();
            source.Open("");
            if (item.Bit >= 0 && !type.Options.AllowDuplicateProperties)
            {
                source.Open("if (" + plan.IsSeen(item) + ")").Line("reader.RecordDuplicate();").Line("break;").Close();
                source.Line();
            }

            if (item.Bit >= 0)
            {
                source.Line(plan.See(item));
            }

            JsonMemberReadEmitter.Emit(source, type, item, plan.IsLate);
            source.Line("break;");
            source.Close();
            source.Outdent();
            source.Line();
        }

        if (plan.HasIgnored)
        {
            source.Line("case " + JsonReadPlan.Ignored + ":").Indent().Line("reader.SkipValue();").Line("break;").Outdent();
        }

        source.Line("default:").Indent();
        if (plan.IsTagged)
        {
            source.Open("if (reader.TryPassMetadata(name, tag, anywhere: " + (type.Options.AllowOutOfOrderMetadata ? "true" : "false") + "))").Line("break;").Close();
            source.Line();
        }

        source.Line(plan.Extension is not null ? JsonMemberReadEmitter.Extension(type, plan) : type.DisallowUnmapped ? "reader.RecordUnmapped();" : "reader.SkipValue();");
        source.Line("break;").Outdent();
        source.Close();
        source.Close();
        source.Line();
    }

    private static void Missing(SourceWriter source, JsonReadPlan plan, bool late)
    {
        foreach (var word in plan.Read.Where(item => item.Member.Required).GroupBy(item => item.Bit / 64))
        {
            var mask = word.Aggregate(0UL, (sum, item) => sum | (1UL << (item.Bit % 64)));
            source.Open("if ((seen" + word.Key + " & " + JsonReadPlan.Mask(mask) + ") != " + JsonReadPlan.Mask(mask) + ")");
            foreach (var item in word)
            {
                source.Open("if (!(" + plan.IsSeen(item) + "))").Line("reader.RecordMissing(" + Literals.String(item.Member.JsonName) + ");").Close();
                source.Line();
            }

            source.Close();
            source.Line();
        }

        if (!late)
        {
            foreach (var item in plan.Read.Where(item => item.MustNotStayNull))
            {
                MissingReference(source, plan.Type, plan, item);
            }
        }
    }

    // A reference that is not nullable, need not be there, and has no initial value either.
    private static void MissingReference(SourceWriter source, JsonTypeSpec type, JsonReadPlan plan, JsonReadItem item)
    {
        source.Open("if (!(" + plan.IsSeen(item) + ") && " + JsonAccessorEmitter.Get(type, item.Member, item.Index) + " is null)");
        source.Line("reader.RecordMissing(" + Literals.String(item.Member.JsonName) + ");");
        source.Close();
        source.Line();
    }
}
