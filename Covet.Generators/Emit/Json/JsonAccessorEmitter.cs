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
            : Call(member, "Get", index) + "(" + (type.Type.IsValueType ? "ref value" : target) + ")";
    }

    /// <summary>A statement that sets a member.</summary>
    public static string Set(JsonTypeSpec type, JsonMemberSpec member, int index, string value)
    {
        var name = Literals.Identifier(member.ClrName);
        return member.Setter switch
        {
            JsonAccess.Unsafe when member.IsField => Call(member, "Get", index) + "(" + (type.Type.IsValueType ? "ref value" : "value") + ") = " + value + ";",
            JsonAccess.Unsafe => Call(member, "Set", index) + "(" + (type.Type.IsValueType ? "ref value" : "value") + ", " + value + ");",
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
                Extern(source, member, "Field", member.ClrName, "ref " + MemberType(member), "Get", i, Self(type, member) + " target");
            }
            else if (member.Getter == JsonAccess.Unsafe)
            {
                Extern(source, member, "Method", "get_" + member.ClrName, MemberType(member), "Get", i, Self(type, member) + " target");
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
                Extern(source, member, "Method", "set_" + member.ClrName, "void", "Set", i, Self(type, member) + " target, " + MemberType(member) + " value");
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

    // A generic type's member is named in its open form, in a class with the same type parameters.
    private static void Extern(SourceWriter source, JsonMemberSpec member, string kind, string name, string returned, string accessor, int index, string parameters)
    {
        if (member.Open is { } open)
        {
            source.Open("private static class " + accessor + index + "Of<" + open.Parameters + ">" + open.Constraints);
        }

        source.Line(Attribute + kind + ", Name = " + Literals.String(name) + ")]");
        source.Line((member.Open is null ? "private" : "public") + " static extern " + returned + " " + accessor + index + "(" + parameters + ");");
        if (member.Open is not null)
        {
            source.Close();
        }

        source.Line();
    }

    private static string Call(JsonMemberSpec member, string accessor, int index) =>
        (member.Open is { } open ? accessor + index + "Of<" + open.Arguments + ">." : "") + accessor + index;

    private static string MemberType(JsonMemberSpec member) => member.Open?.MemberType ?? JsonCodecEmitter.Nullable(member.Type);

    private static string Self(JsonTypeSpec type, JsonMemberSpec member) => (type.Type.IsValueType ? "ref " : "") + (member.Open?.DeclaringType ?? member.DeclaringType ?? type.Type.FullName);
}
