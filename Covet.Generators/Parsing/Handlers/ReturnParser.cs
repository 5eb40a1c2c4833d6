using Covet.Generators.Model;
using Covet.Generators.Parsing.Types;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Handlers;

/// <summary>Reads what a method returns.</summary>
internal static class ReturnParser
{
    private const string ResultsNamespace = "Microsoft.AspNetCore.Http.HttpResults";

    /// <summary>The return of a method, and the types that go into JSON; null with a diagnostic where it cannot be written.</summary>
    public static ReturnSpec? Parse(IMethodSymbol method, DiagnosticSink sink, List<ITypeSymbol> jsonTypes)
    {
        var type = method.ReturnType;
        if (type.SpecialType == SpecialType.System_Void)
        {
            if (method.IsAsync)
            {
                sink.Add(Rules.RuleIds.AsyncVoid, method.Place(), method.Name);
                return null;
            }

            return Nothing(AsyncKind.None);
        }

        var async = AsyncKind.None;
        if (type is INamedTypeSymbol named && type.ContainingNamespace.IsNamed("System.Threading.Tasks") && type.Name is "Task" or "ValueTask")
        {
            async = type.Name == "Task" ? AsyncKind.Task : AsyncKind.ValueTask;
            if (type is { IsValueType: false, NullableAnnotation: NullableAnnotation.Annotated })
            {
                return Refused(type, "a task that may be null cannot be awaited; return a task, with a nullable result where there may be none");
            }

            if (((INamedTypeSymbol)type).TypeArguments.Length == 0)
            {
                return Nothing(async);
            }

            type = ((INamedTypeSymbol)type).TypeArguments[0];
        }

        if (method.ReturnsByRef || method.ReturnsByRefReadonly || type.IsRefLikeType || type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.Delegate or TypeKind.Dynamic)
        {
            return Refused(type, "a reference, ref struct, pointer, delegate or dynamic value has no JSON form; return a value");
        }

        if (type.Implements("Microsoft.AspNetCore.Mvc", "IActionResult") || type.Implements("Microsoft.AspNetCore.Mvc.Infrastructure", "IConvertToActionResult"))
        {
            return Refused(type, "the results of MVC are executed by MVC; return the value itself, a result of TypedResults, Results<...> or IResult");
        }

        if (async != AsyncKind.None && type is INamedTypeSymbol inner && (inner.DerivesFrom("System.Threading.Tasks", "Task") || inner.Is("System.Threading.Tasks", "ValueTask")))
        {
            return Refused(type, "it is a task within a task; await the outer one");
        }

        return Value(type, async, jsonTypes);

        ReturnSpec? Refused(ITypeSymbol returned, string reason)
        {
            sink.Add(Rules.RuleIds.ReturnTypeUnsupported, method.Place(), method.Name, returned.ToDisplayString(), reason);
            return null;
        }
    }

    private static ReturnSpec Nothing(AsyncKind async) => new(ReturnKind.Void, async, null)
    {
        Responses = new EquatableArray<ResponseSpec>([new ResponseSpec(null, 200, null, null)]),
    };

    private static ReturnSpec Value(ITypeSymbol type, AsyncKind async, List<ITypeSymbol> jsonTypes)
    {
        var reference = TypeRefFactory.Create(type);
        var nullable = type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T || (!type.IsValueType && type.NullableAnnotation == NullableAnnotation.Annotated);
        if (type is INamedTypeSymbol union && union.Name == "Results" && union.Arity > 1 && union.ContainingNamespace.IsNamed(ResultsNamespace))
        {
            var responses = union.TypeArguments.SelectMany(argument => ResultTypes(argument)).Select(argument => Result(argument, jsonTypes));
            return new ReturnSpec(ReturnKind.ResultsUnion, async, reference) { Nullable = nullable, Responses = responses.ToEquatableArray() };
        }

        if (type.Implements("Microsoft.AspNetCore.Http", "IResult"))
        {
            var response = Result(type, jsonTypes);
            return response.Form == ResultForm.Other
                ? new ReturnSpec(ReturnKind.Result, async, reference) { Nullable = nullable, Responses = response.ResultName is null ? default : new EquatableArray<ResponseSpec>([response]) }
                : new ReturnSpec(ReturnKind.TypedResult, async, reference) { Nullable = nullable, Responses = new EquatableArray<ResponseSpec>([response]) };
        }

        if (type is INamedTypeSymbol { Name: "IAsyncEnumerable", Arity: 1 } stream && stream.ContainingNamespace.IsNamed("System.Collections.Generic"))
        {
            var item = stream.TypeArguments[0];
            jsonTypes.Add(item);
            jsonTypes.Add(type);
            return new ReturnSpec(ReturnKind.AsyncEnumerable, async, reference)
            {
                Nullable = nullable,
                Element = TypeRefFactory.Create(item),
                ElementNullable = item.AllowsNull(),
                Responses = One(reference, "application/json", nullable),
            };
        }

        var kind = reference.Special switch
        {
            KnownType.String => ReturnKind.Text,
            KnownType.ByteArray => ReturnKind.Bytes,
            KnownType.Stream => ReturnKind.Stream,
            _ => type is INamedTypeSymbol stream2 && stream2.DerivesFrom("System.IO", "Stream") ? ReturnKind.Stream : ReturnKind.Json,
        };
        if (kind == ReturnKind.Json)
        {
            jsonTypes.Add(type);
        }

        var contentType = kind switch
        {
            ReturnKind.Text => "text/plain",
            ReturnKind.Json => "application/json",
            _ => "application/octet-stream",
        };
        return new ReturnSpec(kind, async, reference) { Nullable = nullable, Responses = One(reference, contentType, nullable) };
    }

    private static EquatableArray<ResponseSpec> One(TypeRef type, string contentType, bool nullable)
    {
        var ok = new ResponseSpec(null, 200, type, contentType);
        return nullable
            ? new EquatableArray<ResponseSpec>([ok, new ResponseSpec(null, 404, null, "application/problem+json")])
            : new EquatableArray<ResponseSpec>([ok]);
    }

    // Results<...> may hold another Results<...>.
    private static IEnumerable<ITypeSymbol> ResultTypes(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "Results", Arity: > 1 } union && union.ContainingNamespace.IsNamed(ResultsNamespace)
            ? union.TypeArguments.SelectMany(ResultTypes)
            : [type];

    private static ResponseSpec Result(ITypeSymbol type, List<ITypeSymbol> jsonTypes)
    {
        var reference = TypeRefFactory.Create(type);
        if (type is not INamedTypeSymbol named || !named.ContainingNamespace.IsNamed(ResultsNamespace) || ResultTable.Find(named.Name, named.Arity) is not { } row)
        {
            return new ResponseSpec(reference, 0, null, null) { Form = ResultForm.Other };
        }

        var body = named.Arity == 1 ? named.TypeArguments[0] : null;
        var isProblem = body is INamedTypeSymbol problem && problem.DerivesFrom("Microsoft.AspNetCore.Mvc", "ProblemDetails");
        if (body is not null && !isProblem && row.Form != ResultForm.Other)
        {
            jsonTypes.Add(body);
        }

        var form = isProblem && row.Form is ResultForm.Value ? ResultForm.ProblemValue : row.Form;
        var contentType = isProblem ? "application/problem+json" : row.ContentType;
        return new ResponseSpec(reference, row.StatusCode, body is null ? null : TypeRefFactory.Create(body), contentType) { ResultName = named.Name, Form = form };
    }
}
