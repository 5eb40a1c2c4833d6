using System.Globalization;
using Covet.Generators.Emit.Binding;
using Covet.Generators.Model;

namespace Covet.Generators.Emit.Filters;

/// <summary>Writes the call of a method through its filters: a struct a step, each of which holds the next.</summary>
internal sealed class FilterEmitter(EndpointSpec endpoint)
{
    private const string Context = "global::Microsoft.AspNetCore.Http.HttpContext";
    private const string ValueTask = "global::System.Threading.Tasks.ValueTask<";
    private const string Runtime = "global::Covet.Internal.FilterCalls.";
    private const string NoResult = "global::Covet.NoResult";
    private const string AnyResult = "object?";

    private readonly FilterArgumentsEmitter arguments = new(endpoint);
    private readonly List<string> filterNames = [];

    /// <summary>Whether a filter is disposed after the call, which must be awaited then.</summary>
    public static bool Disposes(EndpointSpec endpoint) => endpoint.Filters.Any(filter => filter.Disposal != 0);

    private string MethodResult => endpoint.Return.Type is { } type ? type.FullName + (endpoint.Return.Nullable && !type.IsValueType ? "?" : "") : NoResult;

    // The result of the outermost filter.
    private string Result => ResultOutside(0);

    /// <summary>Writes the filters, outermost first; the handler stands after them.</summary>
    public void EmitFilters(SourceWriter writer, NameScope names)
    {
        writer.Line("// " + Literals.Comment(string.Join(", then ", endpoint.Filters.Select(filter => filter.Type.Name + " (" + filter.Place + ")")) + ", then the method"));
        foreach (var filter in endpoint.Filters)
        {
            // Numbered like the step that calls it.
            var name = names.Take("filter" + Number(endpoint.Filters.Count - filterNames.Count));
            filterNames.Add(name);
            var make = filter.IsStateless ? "SharedFilters." + Shared(filterNames.Count)
                : filter.IsService ? ServiceExpressions.Resolve(filter.Type, null, optional: false) : ServiceExpressions.New(filter.Type, filter.Dependencies);
            writer.Line((filter.Disposal switch { 2 => "await using ", 1 => "using ", _ => "" }) + "var " + name + " = " + make + ";");
        }
    }

    /// <summary>Writes the call and what is done with its result.</summary>
    public void EmitCall(SourceWriter writer, NameScope names, IReadOnlyList<string> values, bool isAsync)
    {
        var count = endpoint.Filters.Count;
        var chain = endpoint.IsStatic ? "new Call0()" : "new Call0(handler)";
        for (var i = 1; i <= count; i++)
        {
            chain = "new Call" + Number(i) + "(" + filterNames[count - i] + ", " + chain + ")";
        }

        var call = names.Take("call");
        writer.Line("var " + call + " = " + chain + ";");
        var invoke = call + ".InvokeAsync(context, " + arguments.Pack(values) + ")";
        if (Result == NoResult)
        {
            writer.Line(isAsync ? "await " + invoke + ";" : "return " + Runtime + "EndAsync(" + invoke + ");");
            return;
        }

        var write = Result == AnyResult ? "WriteAnyAsync" : "WriteAsync";
        if (isAsync)
        {
            writer.Line("await " + write + "(context, await " + invoke + ");");
            return;
        }

        writer.Line("var task = " + invoke + ";");
        writer.Line("return task.IsCompletedSuccessfully ? " + write + "(context, task.GetAwaiter().GetResult()) : AwaitAsync(context, task);");
    }

    /// <summary>Writes the steps, and the writing of what is not the method's own result.</summary>
    public void EmitMembers(SourceWriter writer)
    {
        EmitShared(writer);
        EmitMethod(writer);
        for (var i = 1; i <= endpoint.Filters.Count; i++)
        {
            EmitStep(writer, i);
        }

        if (Result == NoResult)
        {
            return;
        }

        writer.Line();
        writer.Line("private static async global::System.Threading.Tasks.Task AwaitAsync(" + Context + " context, " + ValueTask + Result + "> task) =>");
        writer.Indent().Line("await " + (Result == AnyResult ? "WriteAnyAsync" : "WriteAsync") + "(context, await task);").Outdent();
        if (Result == AnyResult)
        {
            EmitWriteAny(writer);
        }
    }

    // In a class of their own, so that nothing else has to be made before they are used.
    private void EmitShared(SourceWriter writer)
    {
        if (!endpoint.Filters.Any(static filter => filter.IsStateless))
        {
            return;
        }

        writer.Line();
        writer.Line("// Filters that hold nothing, of which one serves all requests.");
        writer.Open("private static class SharedFilters");
        for (var i = 0; i < endpoint.Filters.Count; i++)
        {
            if (endpoint.Filters[i].IsStateless)
            {
                writer.Line("internal static readonly " + endpoint.Filters[i].Type.FullName + " " + Shared(i + 1) + " = new();");
            }
        }

        writer.Close();
    }

    private void EmitMethod(SourceWriter writer)
    {
        var target = endpoint.IsStatic ? endpoint.HandlerType.FullName : "handler";
        var call = target + "." + Literals.Identifier(endpoint.MethodName) + "(" + string.Join(", ", arguments.Unpack("arguments")) + ")";
        OpenStep(writer, 0, endpoint.IsStatic ? "" : "(" + endpoint.HandlerType.FullName + " handler)", MethodResult, endpoint.HandlerName + "." + endpoint.MethodName);
        switch (endpoint.Return.Kind == ReturnKind.Void, endpoint.Return.Async)
        {
            case (true, AsyncKind.None):
                writer.Line(call + ";");
                writer.Line("return default;");
                break;
            case (true, _):
                writer.Line("return " + Runtime + "Nothing(" + call + ");");
                break;
            case (false, AsyncKind.ValueTask):
                writer.Line("return " + call + ";");
                break;
            default:
                writer.Line("return new(" + call + ");");
                break;
        }

        writer.Close();
        writer.Close();
    }

    private void EmitStep(SourceWriter writer, int step)
    {
        var index = endpoint.Filters.Count - step;
        var filter = endpoint.Filters[index];
        var inside = ResultOutside(index + 1);
        OpenStep(writer, step, "(" + filter.Type.FullName + " filter, Call" + Number(step - 1) + " next)", ResultOutside(index), filter.Type.Name + " around Call" + Number(step - 1));
        var target = filter.Interface is null ? "filter" : "((" + filter.Interface + ")filter)";
        switch (filter.Kind)
        {
            case FilterKind.Generic:
                writer.Line("return " + target + ".InvokeAsync<" + arguments.Type + ", " + inside + ", Call" + Number(step - 1) + ">(context, arguments, next);");
                break;
            case FilterKind.Typed:
                writer.Line("return " + target + ".InvokeAsync<Call" + Number(step - 1) + ">(context, arguments, next);");
                break;
            default:
                EmitEndpointFilter(writer, target, inside);
                break;
        }

        writer.Close();
        writer.Close();
    }

    private void EmitEndpointFilter(SourceWriter writer, string target, string inside)
    {
        var call = "inner.InvokeAsync(call.HttpContext, " + arguments.FromInvocation("call") + ")";
        writer.Line("var inner = next;");
        writer.Line("return " + target + ".InvokeAsync(");
        writer.Indent();
        writer.Line("new global::Microsoft.AspNetCore.Http.DefaultEndpointFilterInvocationContext(context, new object?[] { " + string.Join(", ", arguments.Unpack("arguments")) + " }),");
        writer.Line("call => " + (inside == AnyResult ? call : Runtime + "Box(" + call + ")") + ");");
        writer.Outdent();
    }

    private void OpenStep(SourceWriter writer, int step, string parameters, string result, string comment)
    {
        writer.Line();
        writer.Line("// " + Literals.Comment(comment));
        writer.Open("private readonly struct Call" + Number(step) + parameters + " : global::Covet.ICallNext<" + arguments.Type + ", " + result + ">");
        writer.Open("public " + ValueTask + result + "> InvokeAsync(" + Context + " context, " + arguments.Type + " arguments)");
    }

    private void EmitWriteAny(SourceWriter writer)
    {
        writer.Line();
        writer.Line("// An endpoint filter may answer with something else than the method does.");
        writer.Open("private static global::System.Threading.Tasks.Task WriteAnyAsync(" + Context + " context, object? result)");
        if (endpoint.Return.Nullable)
        {
            writer.Open("if (result is null)");
            writer.Line("return WriteAsync(context, null);");
            writer.Close();
            writer.Line();
        }

        var any = Runtime + "WriteAsync(context, result)";
        writer.Line("return " + endpoint.Return switch
        {
            { Kind: ReturnKind.Void } => any,
            { Type.Special: KnownType.Object } => "result is global::Microsoft.AspNetCore.Http.IResult ? " + any + " : WriteAsync(context, result!)",
            _ => Runtime + "Is<" + endpoint.Return.Type!.FullName + ">(result, out var value) ? WriteAsync(context, value) : " + any,
        } + ";");
        writer.Close();
    }

    /// <summary>The result as it leaves the filter of an index; that of the method for the index after the last.</summary>
    private string ResultOutside(int index) => endpoint.Filters.Skip(index).Any(filter => filter.Kind == FilterKind.Endpoint) ? AnyResult : MethodResult;

    // Numbered like the step that calls it; the name is counted from the outermost filter, as they are written.
    private string Shared(int place) => "Filter" + Number(endpoint.Filters.Count - place + 1);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
