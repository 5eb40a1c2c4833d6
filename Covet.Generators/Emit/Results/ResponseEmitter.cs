using Covet.Generators.Model;

namespace Covet.Generators.Emit.Results;

/// <summary>The expression that writes what a method returned; it is a <c>Task</c>.</summary>
internal static class ResponseEmitter
{
    private const string Writer = "global::Covet.Internal.ResultWriter.";
    private const string Json = "global::Covet.Internal.JsonResponse.";

    /// <summary>Writes the body of <c>WriteAsync(context, result)</c>.</summary>
    public static void EmitBody(SourceWriter writer, ReturnSpec spec)
    {
        if (spec.Nullable)
        {
            writer.Open("if (result is null)");
            writer.Line("return " + Writer + "NotFoundAsync(context);");
            writer.Close();
            writer.Line();
        }

        if (spec.Kind == ReturnKind.ResultsUnion)
        {
            EmitUnion(writer, spec);
            return;
        }

        var type = spec.Type!;
        writer.Line("return " + spec.Kind switch
        {
            ReturnKind.Text => Writer + "TextAsync(context, result);",
            ReturnKind.Bytes => Writer + "BytesAsync(context, result);",
            ReturnKind.Stream => Writer + "StreamAsync(context, result);",
            ReturnKind.AsyncEnumerable => Json + "WriteStreamAsync<" + spec.Element!.FullName + ", " + spec.Element.CodecName + ">(context, result" + (spec.Element.IsValueType ? "" : "!") + ");",
            ReturnKind.TypedResult => Typed(spec.Responses[0], "result") + ";",
            ReturnKind.Result => Writer + "ResultAsync(context, result);",
            _ => Json + "WriteAsync<" + type.FullName + ", " + type.CodecName + ">(context, result);",
        });
    }

    private static void EmitUnion(SourceWriter writer, ReturnSpec spec)
    {
        writer.Open("switch (result.Result)");
        for (var i = 0; i < spec.Responses.Count; i++)
        {
            var response = spec.Responses[i];
            if (response.Form == ResultForm.Other)
            {
                continue;
            }

            var name = "r" + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
            writer.Line("case " + response.ResultType!.FullName + " " + name + ":").Indent();
            writer.Line("return " + Typed(response, name) + ";").Outdent();
        }

        writer.Line("default:").Indent();
        writer.Line("return " + Writer + "ResultAsync(context, result.Result);").Outdent();
        writer.Close();
    }

    private static string Typed(ResponseSpec response, string result)
    {
        var status = response.StatusCode.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var codec = response.Body is { } body ? "<" + body.FullName + ", " + body.CodecName + ">" : "";
        var url = Writer + "RouteUrl(context, " + result + ".RouteName, " + result + ".RouteValues)";
        return response.Form switch
        {
            ResultForm.Status => Writer + "StatusAsync(context, " + status + ")",
            ResultForm.Value => Writer + "ValueAsync" + codec + "(context, " + result + ".Value, " + status + ")",
            ResultForm.ProblemValue => Writer + "ProblemAsync(context, " + result + ".Value, " + status + ")",
            ResultForm.Located => Writer + "LocatedAsync(context, " + result + ".Location, " + status + ")",
            ResultForm.LocatedValue => Writer + "LocatedAsync" + codec + "(context, " + result + ".Location, " + result + ".Value, " + status + ")",
            ResultForm.Routed => Writer + "LocatedAsync(context, " + url + ", " + status + ")",
            ResultForm.RoutedValue => Writer + "LocatedAsync" + codec + "(context, " + url + ", " + result + ".Value, " + status + ")",
            ResultForm.JsonValue => Writer + "ValueAsync" + codec + "(context, " + result + ".Value, " + result + ".StatusCode ?? 200, " + result + ".ContentType)",
            ResultForm.Problem => Writer + "ProblemAsync(context, " + result + ".ProblemDetails, " + result + ".StatusCode)",
            ResultForm.ValidationProblem => Writer + "ProblemAsync(context, " + result + ".ProblemDetails, " + result + ".StatusCode)",
            _ => Writer + "ResultAsync(context, " + result + ")",
        };
    }
}
