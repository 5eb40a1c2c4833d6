using Covet.Generators.Model;

namespace Covet.Generators.Emit.Json;

/// <summary>Emits how members are got and set: by name, or by an <c>[UnsafeAccessor]</c> that the compiler of machine code resolves.</summary>
internal static class JsonAccessorEmitter
{
    private const string Attribute = "[global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.";

    /// <summary>The expression of a member's value.</summary>
    public static string Get(JsonTypeSpec type, JsonMemberSpec member, int index)
    {
        var target = Target(type, member);
        return member.Getter != JsonAccess.Unsafe ? target + "." + Literals.Identifier(member.ClrName)
            : "Get" + index + "(" + (type.Type.IsValueType ? "ref value" : target) + ")";
    }

    /// <summary>A statement that sets a member.</summary>
    public static string Set(JsonTypeSpec type, JsonMemberSpec member, int index, string value)
    {
        var name = Literals.Identifier(member.ClrName);
        return member.Setter switch
        {
            JsonAccess.Unsafe when member.IsField => "Get" + index + "(" + (type.Type.IsValueType ? "ref value" : "value") + ") = " + value + ";",
            JsonAccess.Unsafe => "Set" + index + "(" + (type.Type.IsValueType ? "ref value" : "value") + ", " + value + ");",
            JsonAccess.With => "value = value with { " + name + " = " + value + " };",
            _ => Target(type, member) + "." + name + " = " + value + ";",
        };
    }

    /// <summary>Accessors that writing needs.</summary>
    public static void EmitGetters(SourceWriter source, JsonTypeSpec type)
    {
        for (var i = 0; i < type.Members.Count; i++)
        {
            var member = type.Members[i];
            if (member is { IsField: true } && (member.Getter == JsonAccess.Unsafe || member.Setter == JsonAccess.Unsafe))
            {
                source.Line(Attribute + "Field, Name = " + Literals.String(member.ClrName) + ")]");
                source.Line("private static extern ref " + Annotated(member) + " Get" + i + "(" + Self(type, member) + " target);");
                source.Line();
            }
            else if (member.Getter == JsonAccess.Unsafe)
            {
                source.Line(Attribute + "Method, Name = " + Literals.String("get_" + member.ClrName) + ")]");
                source.Line("private static extern " + Annotated(member) + " Get" + i + "(" + Self(type, member) + " target);");
                source.Line();
            }
        }
    }

    /// <summary>Accessors that reading needs.</summary>
    public static void EmitSetters(SourceWriter source, JsonTypeSpec type)
    {
        for (var i = 0; i < type.Members.Count; i++)
        {
            var member = type.Members[i];
            if (member is { IsField: false, CanRead: true, Setter: JsonAccess.Unsafe })
            {
                source.Line(Attribute + "Method, Name = " + Literals.String("set_" + member.ClrName) + ")]");
                source.Line("private static extern void Set" + i + "(" + Self(type, member) + " target, " + Annotated(member) + " value);");
                source.Line();
            }
        }

        if (type.Constructor is { IsHidden: true } constructor)
        {
            source.Line(Attribute + "Constructor)]");
            source.Line("private static extern " + type.Type.FullName + " Construct(" + string.Join(", ", constructor.Parameters.Select((parameter, i) => parameter.Type.FullName + " p" + i)) + ");");
            source.Line();
        }
    }

    private static string Target(JsonTypeSpec type, JsonMemberSpec member)
    {
        // A base type's member of a name that the type itself, or another of its interfaces, has too.
        var isElsewhere = member.DeclaringType is { } declaring && declaring != type.Type.FullName;
        var isAmbiguous = type.IsAbstract || type.Members.Count(other => other.ClrName == member.ClrName) > 1;
        return isElsewhere && isAmbiguous ? "((" + member.DeclaringType + ")value)" : "value";
    }

    private static string Annotated(JsonMemberSpec member) => JsonCodecEmitter.Nullable(member.Type);

    private static string Self(JsonTypeSpec type, JsonMemberSpec member) => (type.Type.IsValueType ? "ref " : "") + (member.DeclaringType ?? type.Type.FullName);
}
