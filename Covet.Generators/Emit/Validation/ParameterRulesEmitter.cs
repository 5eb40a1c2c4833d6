using Covet.Generators.Model;

namespace Covet.Generators.Emit.Validation;

/// <summary>
/// Writes the rules of an endpoint's parameters: <see cref="EmitMembers"/> once in the endpoint's class, <see cref="Emit"/>
/// after each parameter (or member of an object that binds one by one) is bound, and a run of <see cref="ValidatorName"/>
/// when such an object is made.
/// </summary>
internal static class ParameterRulesEmitter
{
    /// <summary>Whether <see cref="Emit"/> writes anything for the parameter.</summary>
    public static bool HasRules(ParameterSpec parameter) => parameter.Checks is { Rules.Count: > 0 };

    /// <summary>
    /// The validator to run a bound object with (<c>ModelValidation.RunAsync&lt;T, TValidator&gt;</c>): that of its type, the
    /// endpoint's own for an object whose members bind one by one, or null where there is nothing to run.
    /// </summary>
    public static string? ValidatorName(ParameterSpec parameter) => parameter.Source switch
    {
        BindingSource.AsParameters or BindingSource.FormObject => parameter.ObjectChecks is null ? null : "Rules." + StructName(parameter),
        BindingSource.Body when parameter.HasValidator => (parameter.Element ?? parameter.Type).ValidatorName,
        BindingSource.Body when parameter.Type.Special != KnownType.None => parameter.Checks is null ? null : NoRules(parameter),
        BindingSource.Body => NoRules(parameter),
        _ => null,
    };

    /// <summary>Writes the nested class that has the rules; nothing where no parameter has any.</summary>
    public static void EmitMembers(SourceWriter writer, IEnumerable<ParameterSpec> parameters)
    {
        var all = parameters.SelectMany(WithMembers).ToList();
        var checkedOnes = all.Where(HasRules).GroupBy(MethodName).Select(group => group.First()).ToList();
        var objects = all.Where(parameter => parameter.ObjectChecks is not null).GroupBy(StructName).Select(group => group.First()).ToList();
        if (checkedOnes.Count == 0 && objects.Count == 0)
        {
            return;
        }

        var fields = new RuleFields();
        writer.Line();
        writer.Open("private static class Rules");
        var first = true;
        foreach (var parameter in checkedOnes)
        {
            if (!first)
            {
                writer.Line();
            }

            first = false;
            EmitMethod(writer, parameter, fields);
        }

        foreach (var parameter in objects)
        {
            if (!first)
            {
                writer.Line();
            }

            first = false;
            ValidatorEmitter.EmitStruct(writer, parameter.ObjectChecks!, StructName(parameter));
        }

        fields.Write(writer);
        writer.Close();
    }

    /// <summary>Writes the statement that checks a bound parameter.</summary>
    /// <param name="writer">Takes the code.</param>
    /// <param name="parameter">The parameter.</param>
    /// <param name="variable">The variable that holds its value.</param>
    /// <param name="errorsVariable">A variable of type <c>RequestErrors?</c>.</param>
    /// <param name="contextVariable">The variable that holds the <c>HttpContext</c>.</param>
    public static void Emit(SourceWriter writer, ParameterSpec parameter, string variable, string errorsVariable, string contextVariable = "context")
    {
        if (HasRules(parameter))
        {
            writer.Line(Call(parameter, variable, errorsVariable, contextVariable));
        }
    }

    /// <summary>The statement that checks a value of a parameter that has rules.</summary>
    public static string Call(ParameterSpec parameter, string value, string errorsVariable, string contextVariable = "context") =>
        "Rules." + MethodName(parameter) + "(" + contextVariable + ", " + value + ", ref " + errorsVariable + ");";

    private static void EmitMethod(SourceWriter writer, ParameterSpec parameter, RuleFields fields)
    {
        var checks = parameter.Checks!;
        writer.Line("// " + Literals.Comment(parameter.Name + ": " + string.Join(", ", checks.Rules.Select(rule => rule.Display))));
        var annotation = !parameter.Type.IsValueType ? "?" : "";
        writer.Open("public static void " + MethodName(parameter) + "(global::Microsoft.AspNetCore.Http.HttpContext context, " + parameter.Type.FullName + annotation + " value, ref global::Covet.Internal.RequestErrors? errors)");
        writer.Line("var state = new global::Covet.Internal.ValidationState(context) { Errors = errors };");
        writer.Open("if (state.HasErrorOf(" + Literals.String(checks.Key) + "))").Line("return;").Close().Line();
        var self = "<object, global::Covet.Internal.NoRules<object>>";
        RuleEmitter.Emit(writer, new RuleTarget(checks, "value", null, self, "state.CreateContext((object?)value ?? new object(), " + Literals.String(checks.ClrName) + ", " + checks.Name + ")", fields), null);
        writer.Line("errors = state.End();");
        writer.Close();
    }

    // Nothing to check by attributes, but services may have a validator.
    private static string NoRules(ParameterSpec parameter) => "global::Covet.Internal.NoRules<" + parameter.Type.FullName + ">";

    private static IEnumerable<ParameterSpec> WithMembers(ParameterSpec parameter) => new[] { parameter }.Concat(parameter.Members.SelectMany(WithMembers));

    // Members of different objects may share a name, and equal rules share a method.
    private static string MethodName(ParameterSpec parameter) => "Check_" + parameter.Name + "_" + StableHash.Of(parameter.Type.FullName + "|" + parameter.Checks).ToString("x8", System.Globalization.CultureInfo.InvariantCulture);

    private static string StructName(ParameterSpec parameter) => parameter.Type.Id + "Object";
}
