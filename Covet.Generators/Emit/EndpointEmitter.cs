using Covet.Generators.Emit.Binding;
using Covet.Generators.Emit.Filters;
using Covet.Generators.Emit.Results;
using Covet.Generators.Emit.Security;
using Covet.Generators.Emit.Validation;
using Covet.Generators.Model;

namespace Covet.Generators.Emit;

/// <summary>Writes the file of one endpoint: its definitions, how its parameters bind, the call, and how the result is written.</summary>
internal static class EndpointEmitter
{
    private const string Namespace = "Covet.Generated.Endpoints.";

    /// <summary>The generated class of an endpoint.</summary>
    public static string ClassName(EndpointSpec endpoint) => "global::" + Namespace + endpoint.HandlerType.Id + "." + endpoint.ClassName + "Endpoint";

    /// <summary>The name of the generated file, without its ending.</summary>
    public static string FileName(EndpointSpec endpoint) => "Endpoint." + endpoint.Id;

    public static string Emit(EndpointSpec endpoint, string file, Func<string, IReadOnlyList<string>> parameterNames)
    {
        var writer = SourceWriter.StartFile(endpoint.Experimental);
        writer.Line("namespace " + Namespace + endpoint.HandlerType.Id + ";");
        writer.Line();
        foreach (var route in endpoint.Routes)
        {
            writer.Line("// " + Literals.Comment(route.Method + " /" + route.Template + " -> " + endpoint.HandlerType.Name + "." + endpoint.MethodName));
        }

        writer.Open("internal static class " + endpoint.ClassName + "Endpoint");
        EmitDefinitions(writer, endpoint);
        var parsers = new TextParserNames();
        var described = EmitInvoke(writer, endpoint, parsers, new RouteParameterIndex(parameterNames));
        EmitWrite(writer, endpoint);
        if (endpoint.Filters.Count > 0)
        {
            new FilterEmitter(endpoint).EmitMembers(writer);
        }

        ParameterRulesEmitter.EmitMembers(writer, endpoint.Parameters);
        EmitMetadata(writer, endpoint);
        EmitDescription(writer, endpoint, file, described);
        foreach (var pair in parsers.Own)
        {
            OwnParserEmitter.Emit(writer, pair.Key, pair.Value);
        }

        writer.Close();
        return writer.ToString();
    }

    private static void EmitDefinitions(SourceWriter writer, EndpointSpec endpoint)
    {
        for (var i = 0; i < endpoint.Routes.Count; i++)
        {
            var route = endpoint.Routes[i];
            var initial = new List<string>();
            if (route.Name is not null)
            {
                initial.Add("Name = " + Literals.String(route.Name));
            }

            if (route.Order != 0)
            {
                initial.Add("Order = " + route.Order.ToString(System.Globalization.CultureInfo.InvariantCulture));
            }

            if (route.Version is not null)
            {
                initial.Add("Version = " + Literals.String(route.Version));
            }

            if (route.Lifecycle is { } lifecycle)
            {
                initial.Add("Lifecycle = new(" + Literals.String(lifecycle.Deprecation) + ", " + Literals.String(lifecycle.Sunset) + ", " + Literals.String(lifecycle.Link) + ")");
            }

            if (endpoint.IsDebug)
            {
                initial.Add("Description = Describe");
            }

            if (endpoint.Metadata.Count > 0)
            {
                initial.Add("Metadata = Metadata");
            }

            writer.Line("internal static global::Covet.Internal.EndpointDefinition Route" + i.ToString(System.Globalization.CultureInfo.InvariantCulture) + "() => new("
                + Literals.String(route.Method) + ", " + Literals.String(route.Template) + ", " + Literals.String(endpoint.HandlerName + "." + endpoint.MethodName) + ", InvokeAsync)"
                + (initial.Count == 0 ? ";" : " { " + string.Join(", ", initial) + " };"));
            writer.Line();
        }
    }

    private static IReadOnlyList<string> EmitInvoke(SourceWriter writer, EndpointSpec endpoint, TextParserNames parsers, RouteParameterIndex routeIndex)
    {
        var all = endpoint.Parameters.SelectMany(Flatten).ToList();
        var hasForm = all.Any(parameter => parameter.Source is BindingSource.Form or BindingSource.FormObject);
        var disposes = endpoint.Disposal != 0 && !endpoint.IsStatic && !endpoint.IsSingleton;
        var isAsync = disposes || FilterEmitter.Disposes(endpoint) || hasForm || all.Any(parameter => parameter.Source is BindingSource.BindAsync || parameter.ObjectChecks is not null || (parameter.Source == BindingSource.Body && parameter.Element is null));
        var canFail = all.Any(parameter => parameter.Source is not (BindingSource.Special or BindingSource.Services) && !(parameter.Source == BindingSource.Body && parameter.Element is not null));

        writer.Open("private static " + (isAsync ? "async " : "") + "global::System.Threading.Tasks.Task InvokeAsync(global::Microsoft.AspNetCore.Http.HttpContext context)");
        if (canFail || hasForm)
        {
            writer.Line("global::Covet.Internal.RequestErrors? errors = null;");
        }

        if (hasForm)
        {
            var optional = all.Where(parameter => parameter.Source == BindingSource.Form).All(parameter => parameter.Nullable || parameter.DefaultExpression is not null);
            writer.Line("var formRead = await global::Covet.Internal.FormBody.ReadAsync(context, optional: " + (optional ? "true" : "false") + ");");
            writer.Line("errors = formRead.Errors;");
            writer.Line("var form = formRead.Value!;");
        }

        var afterCheck = new List<string>();
        var names = new NameScope();
        var emitter = new ParameterEmitter(writer, endpoint, routeIndex, parsers, names);
        var arguments = endpoint.Parameters.Select(parameter => emitter.Emit(parameter, afterCheck)).ToList();
        if (canFail || hasForm)
        {
            EmitFailure(writer, endpoint, isAsync);
        }

        foreach (var statement in afterCheck)
        {
            writer.Lines(statement);
        }

        if (all.Any(parameter => parameter.ObjectChecks is not null || ParameterEmitter.IsCheckedLate(parameter)))
        {
            EmitFailure(writer, endpoint, isAsync);
        }

        if (endpoint.Filters.Count > 0)
        {
            var filters = new FilterEmitter(endpoint);
            filters.EmitFilters(writer, names);
            _ = EmitTarget(writer, endpoint, disposes);
            filters.EmitCall(writer, names, arguments, isAsync);
            writer.Close();
            return emitter.Described;
        }

        var call = EmitTarget(writer, endpoint, disposes) + "." + Literals.Identifier(endpoint.MethodName) + "(" + string.Join(", ", arguments) + ")";
        EmitCall(writer, endpoint, call, isAsync);
        writer.Close();
        return emitter.Described;
    }

    private static void EmitFailure(SourceWriter writer, EndpointSpec endpoint, bool isAsync)
    {
        writer.Open("if (errors is not null)");
        var failure = "global::Covet.Internal.Problem.WriteAsync(context, errors, " + endpoint.ValidationStatusCode.ToString(System.Globalization.CultureInfo.InvariantCulture) + ")";
        writer.Line(isAsync ? "await " + failure + ";" : "return " + failure + ";");
        if (isAsync)
        {
            writer.Line("return;");
        }

        writer.Close();
        writer.Line();
    }

    private static IEnumerable<ParameterSpec> Flatten(ParameterSpec parameter) =>
        parameter.Source is BindingSource.AsParameters or BindingSource.FormObject ? parameter.Members.SelectMany(Flatten).Concat([parameter]) : [parameter];

    private static string EmitTarget(SourceWriter writer, EndpointSpec endpoint, bool disposes)
    {
        if (endpoint.IsStatic)
        {
            return endpoint.HandlerType.FullName;
        }

        if (endpoint.IsSingleton)
        {
            writer.Line("var handler = " + ServiceExpressions.Resolve(endpoint.HandlerType, null, optional: false) + ";");
            return "handler";
        }

        var make = ServiceExpressions.New(endpoint.HandlerType, endpoint.Dependencies);
        if (!disposes)
        {
            writer.Line("var handler = " + make + ";");
            return "handler";
        }

        writer.Line((endpoint.Disposal == 2 ? "await using" : "using") + " var handler = " + make + ";");
        return "handler";
    }

    private static void EmitCall(SourceWriter writer, EndpointSpec endpoint, string call, bool isAsync)
    {
        var result = endpoint.Return;
        if (result.Kind == ReturnKind.Void)
        {
            switch (result.Async, isAsync)
            {
                case (AsyncKind.None, true): writer.Line(call + ";"); break;
                case (AsyncKind.None, false): writer.Line(call + ";"); writer.Line("return global::System.Threading.Tasks.Task.CompletedTask;"); break;
                case (AsyncKind.Task, false): writer.Line("return " + call + ";"); break;
                case (AsyncKind.ValueTask, false): writer.Line("return " + call + ".AsTask();"); break;
                default: writer.Line("await " + call + ";"); break;
            }

            return;
        }

        switch (result.Async, isAsync)
        {
            case (AsyncKind.None, false):
                writer.Line("return WriteAsync(context, " + call + ");");
                break;
            case (AsyncKind.None, true):
                writer.Line("await WriteAsync(context, " + call + ");");
                break;
            case (_, true):
                writer.Line("await WriteAsync(context, await " + call + ");");
                break;
            default:
                writer.Line("var task = " + call + ";");
                writer.Line("return task.IsCompletedSuccessfully ? WriteAsync(context, task.GetAwaiter().GetResult()) : AwaitAsync(context, task);");
                break;
        }
    }

    private static void EmitWrite(SourceWriter writer, EndpointSpec endpoint)
    {
        var result = endpoint.Return;
        if (result.Kind == ReturnKind.Void)
        {
            return;
        }

        var type = result.Type!.FullName + (result.Nullable && !result.Type.IsValueType ? "?" : "");
        if (result.Async != AsyncKind.None && endpoint.Filters.Count == 0)
        {
            var wrapper = "global::System.Threading.Tasks." + (result.Async == AsyncKind.Task ? "Task<" : "ValueTask<");
            writer.Line();
            writer.Line("private static async global::System.Threading.Tasks.Task AwaitAsync(global::Microsoft.AspNetCore.Http.HttpContext context, " + wrapper + type + "> task) =>");
            writer.Indent().Line("await WriteAsync(context, await task);").Outdent();
        }

        writer.Line();
        writer.Open("private static global::System.Threading.Tasks.Task WriteAsync(global::Microsoft.AspNetCore.Http.HttpContext context, " + type + " result)");
        ResponseEmitter.EmitBody(writer, result);
        writer.Close();
    }

    private static void EmitDescription(SourceWriter writer, EndpointSpec endpoint, string file, IReadOnlyList<string> described)
    {
        if (endpoint.IsDebug)
        {
            writer.Line();
            writer.Line("// For the developer page; release builds do without it.");
            writer.Line("private static global::Covet.Internal.EndpointDescription Describe() => new(" + string.Join(", ", described.Prepend(file).Select(Literals.String)) + ");");
        }
    }

    private static void EmitMetadata(SourceWriter writer, EndpointSpec endpoint)
    {
        if (endpoint.Metadata.Count == 0)
        {
            return;
        }

        writer.Line();
        writer.Line("private static object[] Metadata() =>");
        writer.Line("[");
        writer.Indent();
        foreach (var attribute in endpoint.Metadata)
        {
            writer.Line(attribute.Expression + ",");
        }

        if (InlineAuthorizationEmitter.Expression(endpoint.Metadata) is { } authorization)
        {
            writer.Line(authorization + ",");
        }

        writer.Outdent();
        writer.Line("];");
    }
}
