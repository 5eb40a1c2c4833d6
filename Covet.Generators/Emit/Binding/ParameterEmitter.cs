using Covet.Generators.Emit.Validation;
using Covet.Generators.Model;

namespace Covet.Generators.Emit.Binding;

/// <summary>Writes how one parameter binds: a comment that says so, and the statements.</summary>
internal sealed class ParameterEmitter(SourceWriter writer, EndpointSpec endpoint, RouteParameterIndex routeIndex, TextParserNames parsers, NameScope names)
{
    private const string Internal = "global::Covet.Internal.";
    private readonly List<string> described = [];

    /// <summary>How each parameter binds, a line each.</summary>
    public IReadOnlyList<string> Described => described;

    /// <summary>Writes the binding; gives the expression that is passed to the handler, and puts off what has to wait for the check of errors.</summary>
    public string Emit(ParameterSpec parameter, List<string> afterCheck, string path = "")
    {
        switch (parameter.Source)
        {
            case BindingSource.Special:
                Describe(parameter, "the request's own " + parameter.Type.Name);
                return Special(parameter);
            case BindingSource.Services:
                Describe(parameter, "service " + parameter.Type.Name);
                return ServiceExpressions.Resolve(parameter.Type, parameter.KeyExpression, parameter.Nullable || parameter.DefaultExpression is not null);
            case BindingSource.Body:
                return Body(parameter);
            case BindingSource.BindAsync:
                return BindAsync(parameter);
            case BindingSource.Form when parameter.Parse is null:
                return FormValue(parameter, path);
            case BindingSource.AsParameters or BindingSource.FormObject:
                return Object(parameter, afterCheck, path);
            default:
                return Text(parameter, path);
        }
    }

    private static string Special(ParameterSpec parameter) => parameter.Type.Special switch
    {
        KnownType.HttpContext => "context",
        KnownType.HttpRequest => "context.Request",
        KnownType.HttpResponse => "context.Response",
        KnownType.ClaimsPrincipal => "context.User",
        KnownType.CancellationToken => "context.RequestAborted",
        KnownType.PipeReader => "context.Request.BodyReader",
        _ => "context.Request.Body",
    };

    private string Body(ParameterSpec parameter)
    {
        if (parameter.Element is { } element)
        {
            Comment(parameter, "JSON body, item by item as it arrives");
            var status = endpoint.ValidationStatusCode.ToString(System.Globalization.CultureInfo.InvariantCulture);
            var items = Internal + "JsonBody.ReadStreamAsync<" + element.FullName + ", " + element.CodecName + ">(context" + (parameter.ElementNullable ? ", allowNull: true" : "") + (endpoint.ValidationStatusCode == 400 ? "" : ", validationStatusCode: " + status) + ")";
            return parameter.HasValidator ? Internal + "ModelValidation.Stream<" + element.FullName + ", " + element.ValidatorName + ">(context, " + items + ", " + status + ")" : items;
        }

        Comment(parameter, "JSON body");
        var local = names.Take(parameter.Name);
        var read = names.Take(parameter.Name + "Read");
        writer.Line("var " + read + " = await " + Internal + "JsonBody.ReadAsync<" + parameter.Type.FullName + ", " + parameter.Type.CodecName + ">(context, allowEmpty: " + (parameter.AllowEmptyBody ? "true" : "false") + ");");
        writer.Line("errors = " + Internal + "RequestErrors.Merge(errors, " + read + ".Errors);");
        writer.Line("var " + local + " = " + read + ".Value" + (parameter.DefaultExpression is null or "null" ? "" : " ?? " + parameter.DefaultExpression) + ";");
        if (ParameterRulesEmitter.ValidatorName(parameter) is { } validator)
        {
            writer.Open("if (" + read + ".Errors is null)");
            writer.Line("errors = await " + Internal + "ModelValidation.RunAsync<" + parameter.Type.FullName + ", " + validator + ">(context, " + local + ", \"\", errors);");
            ParameterRulesEmitter.Emit(writer, parameter, local, "errors");
            writer.Close();
        }

        return local + (parameter.Type.IsValueType || parameter.Nullable ? "" : "!");
    }

    private string BindAsync(ParameterSpec parameter)
    {
        Comment(parameter, parameter.Type.Name + ".BindAsync");
        var local = names.Take(parameter.Name);
        var isNullableStruct = parameter.Element!.IsValueType && parameter.Element.FullName.EndsWith("?", StringComparison.Ordinal);
        var target = parameter.Type.FullName.TrimEnd('?');
        writer.Line("var " + local + " = await " + target + ".BindAsync(context);");
        ParameterRulesEmitter.Emit(writer, parameter, local, "errors");
        if (!parameter.Nullable && (!parameter.Element.IsValueType || isNullableStruct))
        {
            writer.Open("if (" + local + " is null)");
            writer.Line(Internal + "Bind.Missing(" + Literals.String(parameter.WireName) + ", \"parameter\", ref errors);");
            writer.Close();
            writer.Line();
            return isNullableStruct ? local + ".GetValueOrDefault()" : local + "!";
        }

        return local;
    }

    private string FormValue(ParameterSpec parameter, string path)
    {
        var name = Literals.String(parameter.WireName);
        var local = names.Take(path + parameter.Name);
        switch (parameter.Type.Special)
        {
            case KnownType.FormCollection:
                return "form";
            case KnownType.FormFileCollection:
                return "form.Files";
            default:
                Comment(parameter, "form file '" + parameter.WireName + "'");
                writer.Line("var " + local + " = " + (parameter.Nullable
                    ? "formRead.Errors is null ? form.Files.GetFile(" + name + ") : null;"
                    : "formRead.Errors is null ? " + Internal + "FormText.RequiredFile(form, " + name + ", ref errors) : null!;"));
                ParameterRulesEmitter.Emit(writer, parameter, local, "errors");
                return local;
        }
    }

    private string Object(ParameterSpec parameter, List<string> afterCheck, string path)
    {
        Comment(parameter, parameter.Source == BindingSource.FormObject ? "form, field by field" : "[AsParameters], member by member");
        var prefix = path + parameter.Name + "_";
        var constructor = new List<string>();
        var initializer = new List<string>();
        var assignments = new List<string>();
        var local = names.Take(path + parameter.Name);
        foreach (var member in parameter.Members)
        {
            var value = member.KeepsInitializer ? EmitOptional(member, afterCheck, prefix) : Emit(member, afterCheck, prefix);
            if (member.IsConstructorMember)
            {
                constructor.Add(value);
            }
            else if (member.KeepsInitializer)
            {
                // What the initializer gives is held to the rules too: [Required] with an empty text is a text that is missing.
                var target = local + "." + Literals.Identifier(member.Name);
                var otherwise = IsCheckedLate(member) ? "else\n{\n    " + ParameterRulesEmitter.Call(member, target, "errors") + "\n}\n" : "";
                assignments.Add("if (" + value + " is not null)\n{\n    " + target + " = " + value + Unwrap(member) + ";\n}\n" + otherwise);
            }
            else
            {
                initializer.Add(Literals.Identifier(member.Name) + " = " + value);
            }
        }

        afterCheck.Add("var " + local + " = new " + parameter.Type.FullName.TrimEnd('?') + "(" + string.Join(", ", constructor) + ")" + (initializer.Count == 0 ? ";" : " { " + string.Join(", ", initializer) + " };"));
        afterCheck.AddRange(assignments);
        if (ParameterRulesEmitter.ValidatorName(parameter) is { } validator)
        {
            // What looks at the object as a whole, once its members are known to be good by themselves.
            afterCheck.Add("errors = await " + Internal + "ModelValidation.RunAsync<" + parameter.Type.FullName.TrimEnd('?') + ", " + validator + ">(context, " + local + ", \"\", errors);");
        }

        return local;
    }

    // A member that keeps its initializer where the request has nothing.
    private string EmitOptional(ParameterSpec member, List<string> afterCheck, string prefix)
    {
        var value = Emit(member with { Nullable = true, DefaultExpression = null, Type = AsNullable(member), Checks = null }, afterCheck, prefix);
        if (ParameterRulesEmitter.HasRules(member))
        {
            writer.Open("if (" + value + " is not null)");
            ParameterRulesEmitter.Emit(writer, member, value + Unwrap(member), "errors");
            writer.Close();
            if (member.InitializerLiteral is { } literal)
            {
                writer.Open(member.Source == BindingSource.Form ? "else if (formRead.Errors is null)" : "else").Line(ParameterRulesEmitter.Call(member, literal, "errors")).Close();
            }

            writer.Line();
        }

        return value;
    }

    /// <summary>Whether only the object that was made can tell what its initializer gave.</summary>
    public static bool IsCheckedLate(ParameterSpec member) => member is { KeepsInitializer: true, InitializerLiteral: null } && ParameterRulesEmitter.HasRules(member);

    private static string Unwrap(ParameterSpec member) => member.Type.IsValueType && !member.Nullable ? ".Value" : "";

    private static TypeRef AsNullable(ParameterSpec member) => member.Type.IsValueType && !member.Nullable && member.Element is null
        ? member.Type with { FullName = member.Type.FullName + "?" }
        : member.Type;

    private string Text(ParameterSpec parameter, string path)
    {
        var local = names.Take(path + parameter.Name);
        var place = Place(parameter.Source);
        Comment(parameter, place + " '" + parameter.WireName + "'" + (parameter.DefaultExpression is { } fallback ? ", " + fallback + " where absent" : ""));
        var type = parameter.Type.FullName + (parameter.Nullable && !parameter.Type.IsValueType ? "?" : "");
        var guard = parameter.Source == BindingSource.Form ? "formRead.Errors is not null ? default! : " : "";
        var value = parameter.Element is null ? Scalar(parameter, place) : Several(parameter, place);
        var forgiven = parameter is { DefaultExpression: "null", Nullable: false, Type.IsValueType: false } ? "!" : "";
        writer.Line(type + " " + local + " = " + guard + value + forgiven + ";");

        // Of a form that could not be read, no field is known to be wrong.
        if (parameter.Source == BindingSource.Form && ParameterRulesEmitter.HasRules(parameter))
        {
            writer.Open("if (formRead.Errors is null)");
            ParameterRulesEmitter.Emit(writer, parameter, local, "errors");
            writer.Close().Line();
        }
        else
        {
            ParameterRulesEmitter.Emit(writer, parameter, local, "errors");
        }

        return local;
    }

    private string Scalar(ParameterSpec parameter, string place)
    {
        var text = TextOf(parameter);
        var parse = parameter.Parse!;
        var fallback = parameter.DefaultExpression;
        if (parse.Kind == TextParseKind.String)
        {
            return fallback is null && !parameter.Nullable
                ? Internal + "Bind.RequiredString(" + text + ", " + Tail(parameter, place)
                : Internal + "Bind.OptionalString(" + text + ", " + (fallback ?? "null") + ")";
        }

        var generic = "<" + parse.Type.FullName + ", " + parsers.NameOf(parse) + ">(" + text + ", " + Literals.String(parameter.WireName) + ", " + Literals.String(place) + ", ";
        if (parse.Type.IsValueType && parameter.Nullable && fallback is null or "null")
        {
            return Internal + "Bind.Nullable" + generic + "ref errors)";
        }

        return fallback is null && !parameter.Nullable
            ? Internal + "Bind.Required" + generic + "ref errors)"
            : Internal + "Bind.Optional" + generic + (fallback ?? "null") + (parse.Type.IsValueType ? "" : "!") + ", ref errors)";
    }

    private string Several(ParameterSpec parameter, string place)
    {
        var item = parameter.Parse!.Type;
        var method = parameter.ElementNullable && item.IsValueType ? "NullableArray" : "Array";
        var values = ValuesOf(parameter);
        var array = Internal + "Bind." + method + "<" + item.FullName + ", " + parsers.NameOf(parameter.Parse) + ">(" + values + ", " + Tail(parameter, place);
        var element = parameter.Element!.FullName;
        var collection = parameter.CollectionKind switch
        {
            JsonCollectionKind.List => "new global::System.Collections.Generic.List<" + element + ">(" + array + ")",
            JsonCollectionKind.Set => "new global::System.Collections.Generic.HashSet<" + element + ">(" + array + ")",
            _ => array,
        };
        return parameter.Nullable ? values + ".Count == 0 ? " + (parameter.DefaultExpression ?? "null") + " : " + collection : collection;
    }

    private static string Tail(ParameterSpec parameter, string place) => Literals.String(parameter.WireName) + ", " + Literals.String(place) + ", ref errors)";

    private string TextOf(ParameterSpec parameter)
    {
        var name = Literals.String(parameter.WireName);
        switch (parameter.Source)
        {
            case BindingSource.Route:
                var index = routeIndex.Of(endpoint, parameter.WireName).ToString(System.Globalization.CultureInfo.InvariantCulture);
                return Internal + (parameter.FallsBackToQuery ? "RouteText.GetOrQuery" : "RouteText.Get") + "(context, " + index + ", " + name + ")";
            case BindingSource.Header:
                return Internal + "HeaderText.Get(context, " + name + ")";
            case BindingSource.Cookie:
                return Internal + "HeaderText.Cookie(context, " + name + ")";
            case BindingSource.Form:
                return Internal + "FormText.Get(form, " + name + ")";
            default:
                return Internal + "QueryText.Get(context, " + name + ")";
        }
    }

    private static string ValuesOf(ParameterSpec parameter)
    {
        var name = Literals.String(parameter.WireName);
        return parameter.Source switch
        {
            BindingSource.Header => Internal + "HeaderText.GetAll(context, " + name + ")",
            BindingSource.Cookie => Internal + "HeaderText.AllCookies(context, " + name + ")",
            BindingSource.Form => Internal + "FormText.GetAll(form, " + name + ")",
            _ => Internal + "QueryText.GetAll(context, " + name + ")",
        };
    }

    private static string Place(BindingSource source) => source switch
    {
        BindingSource.Route => "route parameter",
        BindingSource.Header => "header",
        BindingSource.Cookie => "cookie",
        BindingSource.Form => "form field",
        _ => "query parameter",
    };

    private void Comment(ParameterSpec parameter, string how)
    {
        Describe(parameter, how);
        writer.Line("// " + Literals.Comment(parameter.Name + ": " + how));
    }

    private void Describe(ParameterSpec parameter, string how) => described.Add(parameter.Name + ": " + how);
}
