using Covet.Generators.Model;

namespace Covet.Generators.Emit.Validation;

/// <summary>Writes how an object is checked: its members, then the type's own rules, then what services have, each step only where the ones before found nothing.</summary>
internal static class ObjectValidatorEmitter
{
    private const string Validation = "global::Covet.Internal.ModelValidation.";

    public static void EmitBody(SourceWriter writer, ValidationTypeSpec type, string validator, RuleFields fields)
    {
        var self = "<" + type.Type.FullName + ", " + validator + ">";
        EmitDerived(writer, type, self);
        if (type.IsRecursive)
        {
            writer.Line("// The type can contain itself: a cycle is gone through once, and depth has an end.");
            writer.Open("if (!state.Enter(value))").Line("return;").Close().Line();
        }

        writer.Line("var start = state.Mark();");
        for (var i = 0; i < type.Members.Count; i++)
        {
            writer.Line();
            EmitMember(writer, type.Members[i], i, self, fields);
        }

        writer.Line();
        EmitWhole(writer, type, self, fields);
        if (type.IsRecursive)
        {
            writer.Line().Line("state.Exit();");
        }
    }

    private static void EmitDerived(SourceWriter writer, ValidationTypeSpec type, string self)
    {
        if (type.DerivedTypes.Count == 0)
        {
            return;
        }

        writer.Open("switch (value)");
        for (var i = 0; i < type.DerivedTypes.Count; i++)
        {
            var derived = type.DerivedTypes[i];
            var name = "derived" + Number(i);
            writer.Line("case " + derived.FullName + " " + name + ":").Indent();
            writer.Line("var before" + Number(i) + " = state.Mark();");
            writer.Line(derived.ValidatorName + ".Validate(" + name + ", ref state);");
            writer.Open("if (state.IsValidSince(before" + Number(i) + "))").Line("state.Defer" + self + "(value);").Close().Line();
            writer.Line("return;").Outdent();
        }

        writer.Close().Line();
    }

    private static void EmitMember(SourceWriter writer, ValidationMemberSpec member, int index, string self, RuleFields fields)
    {
        var variable = "member" + Number(index);
        writer.Line("// " + Literals.Comment(member.ClrName + (member.Rules.Count == 0 ? "" : ": " + string.Join(", ", member.Rules.Select(rule => rule.Display)))));
        writer.Line("var " + variable + " = value." + Literals.Identifier(member.ClrName) + ";");
        var context = new RuleTarget(member, variable, "value", self, "state.CreateContext(value, " + Literals.String(member.ClrName) + ", " + member.Name + ")", fields);
        RuleEmitter.Emit(writer, context, !member.HasValidator ? null : () => writer.Line(
            Validation + "Member<" + member.Type.FullName + ", " + member.Type.ValidatorName + ">(" + variable + ", " + Literals.String(member.Key) + ", ref state);"));    }

    // Attributes of the type, then IValidatableObject, then validators in services.
    private static void EmitWhole(SourceWriter writer, ValidationTypeSpec type, string self, RuleFields fields)
    {
        const string Condition = "if (state.IsValidSince(start))";
        if (type.TypeRules.Count > 0)
        {
            writer.Line("// The type: " + Literals.Comment(string.Join(", ", type.TypeRules.Select(rule => rule.Display))));
            writer.Open(Condition);
            var whole = new ValidationMemberSpec("", "", type.Type, type.TypeRules)
            {
                Name = Literals.String(type.Type.Name),
                Value = new ValidationValueSpec(type.Type.FullName, KnownType.None, !type.Type.IsValueType),
            };
            RuleEmitter.Emit(writer, new RuleTarget(whole, "value", "value", self, "state.CreateContext(value, null, " + whole.Name + ")", fields), null);
            writer.Close().Line();
        }

        if (type.IsValidatableObject)
        {
            writer.Open(Condition);
            writer.Line("state.Localize();");
            writer.Line("state.Report" + self + "(((global::System.ComponentModel.DataAnnotations.IValidatableObject)value).Validate(state.CreateContext(value, null, " + Literals.String(type.Type.Name) + ")));");
            writer.Close().Line();
        }

        writer.Open(Condition).Line("state.Defer" + self + "(value);").Close();
    }

    private static string Number(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
