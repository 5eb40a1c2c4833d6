using Covet.Generators.Parsing;
using Covet.Generators.Parsing.Handlers;

namespace Covet.Analyzers.Rules.Results;

/// <summary>The status that a call of <c>Results</c> or <c>TypedResults</c> answers with.</summary>
internal static class ResultStatus
{
    private static readonly Dictionary<string, int> ByMethod = new(StringComparer.Ordinal)
    {
        ["Ok"] = 200, ["Created"] = 201, ["CreatedAtRoute"] = 201, ["Accepted"] = 202, ["AcceptedAtRoute"] = 202, ["NoContent"] = 204,
        ["BadRequest"] = 400, ["ValidationProblem"] = 400, ["Unauthorized"] = 401, ["NotFound"] = 404, ["Conflict"] = 409,
        ["UnprocessableEntity"] = 422, ["InternalServerError"] = 500,
    };

    /// <summary>The status, or null where it is not known at build.</summary>
    public static int? Of(IInvocationOperation call)
    {
        var type = call.TargetMethod.ContainingType;
        if (!type.Is("Microsoft.AspNetCore.Http", "Results") && !type.Is("Microsoft.AspNetCore.Http", "TypedResults"))
        {
            return null;
        }

        var explicitly = call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "statusCode");
        if (explicitly is not null)
        {
            return explicitly.Value.ConstantValue is { HasValue: true, Value: int status } ? status : call.TargetMethod.Name == "Problem" && explicitly.ArgumentKind == ArgumentKind.DefaultValue ? 500 : null;
        }

        return ByMethod.TryGetValue(call.TargetMethod.Name, out var known) ? known
            : call.TargetMethod.ReturnType is INamedTypeSymbol result && ResultTable.Find(result.Name, result.Arity) is { StatusCode: > 0 } row ? row.StatusCode : null;
    }
}
