using Covet.Generators.Model;

namespace Covet.Generators.Emit.Validation;

/// <summary>Writes the rules of one member in DataAnnotations' order: <c>[Required]</c> first, and where it fails nothing else.</summary>
internal static class RuleEmitter
{
    /// <param name="writer">Takes the code.</param>
    /// <param name="target">The member.</param>
    /// <param name="below">Writes the check of what is below the member, or null.</param>
    public static void Emit(SourceWriter writer, RuleTarget target, Action? below)
    {
        var required = target.Member.Rules.FirstOrDefault(rule => rule.Kind == ValidationRuleKind.Required);
        var missing = required is null ? null : RuleConditions.Missing(target, required);
        var others = target.Member.Rules.Where(rule => rule.Kind != ValidationRuleKind.Required).ToList();
        if (missing is null)
        {
            EmitOthers(writer, target, others, below);
            return;
        }

        writer.Open("if (" + missing + ")");
        Fail(writer, target, required!);
        writer.Close();
        if (others.Count > 0 || below is not null)
        {
            writer.Open("else");
            EmitOthers(writer, target, others, below);
            writer.Close();
        }
    }

    private static void EmitOthers(SourceWriter writer, RuleTarget target, List<ValidationRuleSpec> rules, Action? below)
    {
        for (var i = 0; i < rules.Count; i++)
        {
            EmitOne(writer, target, rules[i], target.Variable + "_" + i.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        below?.Invoke();
    }

    private static void EmitOne(SourceWriter writer, RuleTarget target, ValidationRuleSpec rule, string local)
    {
        var report = "state.Report" + target.Self + "(";
        var tail = ", " + Literals.String(target.Member.Key) + ", " + Literals.String(rule.Code);
        switch (rule.Kind)
        {
            case ValidationRuleKind.AttributeWithContext:
                writer.Line("state.Localize();");
                writer.Line(report + target.Fields.Add(rule.Operand!, rule.Target!) + ".GetValidationResult(" + target.Variable + ", " + target.Context + ")" + tail + ");");
                break;
            case ValidationRuleKind.Attribute:
                var field = target.Fields.Add(rule.Operand!, rule.Target!);
                writer.Open("if (!" + field + ".IsValid(" + target.Variable + "))");
                writer.Line("state.Localize();");
                writer.Line("state.Fail(" + Literals.String(target.Member.Key) + ", " + Literals.String(rule.Code) + ", " + field + ".FormatErrorMessage(" + target.Member.Name + "));");
                writer.Close();
                break;
            case ValidationRuleKind.CustomMethod:
                writer.Line("state.Localize();");
                var argument = rule.Operand is null ? target.Variable : "(" + rule.Operand + ")" + target.Variable + "!";
                writer.Line(report + rule.Target + "(" + argument + (rule.Flag ? ", " + target.Context : "") + ")" + tail + ", " + rule.Format + ", " + target.Member.Name + ");");
                break;
            default:
                if (RuleConditions.Fails(target, rule, local) is { } condition)
                {
                    writer.Open("if (" + condition + ")");
                    Fail(writer, target, rule);
                    writer.Close();
                }

                break;
        }
    }

    private static void Fail(SourceWriter writer, RuleTarget target, ValidationRuleSpec rule)
    {
        if (rule.FormatIsResource || target.Member.NameIsResource)
        {
            writer.Line("state.Localize();");
        }

        var values = RuleConditions.MessageArguments(target, rule);
        writer.Line("state.Fail(" + string.Join(", ", new[] { Literals.String(target.Member.Key), Literals.String(rule.Code), rule.Format, target.Member.Name }.Concat(values)) + ");");
    }
}
