using Covet.Analyzers.Endpoints;
using Covet.Generators.Parsing;

namespace Covet.Analyzers.Rules.Binding;

/// <summary>Calls that take a <c>CancellationToken</c> in a handler that has one and does not pass it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class TokenAnalyzer : EndpointAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [AnalyzerRules.TokenNotPassed];

    protected override void Analyze(EndpointContext context)
    {
        if (Token(context.Endpoint.Method) is not { } token)
        {
            return;
        }

        foreach (var call in context.Operations().OfType<IInvocationOperation>())
        {
            if (Bodies.IsInLambda(call) || call.TargetMethod.Name is "Run" or "StartNew" || !IsAsync(call.TargetMethod.ReturnType) || Passes(call) || Missing(call, context.Compilation) is not { } name)
            {
                continue;
            }

            var syntax = (call.Syntax as InvocationExpressionSyntax)?.Expression;
            var place = syntax is MemberAccessExpressionSyntax member ? member.Name : syntax is MemberBindingExpressionSyntax binding ? binding.Name : syntax;
            if (place is not null)
            {
                var properties = ImmutableDictionary<string, string?>.Empty.Add("token", token).Add("name", name);
                context.Report(AnalyzerRules.TokenNotPassed, place.GetLocation(), properties, call.TargetMethod.Name, token);
            }
        }
    }

    private static string? Token(IMethodSymbol method)
    {
        foreach (var parameter in method.Parameters)
        {
            if (IsToken(parameter.Type))
            {
                return parameter.Name;
            }
        }

        var context = method.Parameters.FirstOrDefault(static parameter => parameter.Type.Is("Microsoft.AspNetCore.Http", "HttpContext"));
        return context is null ? null : context.Name + ".RequestAborted";
    }

    private static bool IsToken(ITypeSymbol type) => type.Is("System.Threading", "CancellationToken");

    private static bool IsAsync(ITypeSymbol type) => type.Name is "Task" or "ValueTask" or "IAsyncEnumerable";

    private static bool Passes(IInvocationOperation call) => call.Arguments.Any(static argument => argument.ArgumentKind != ArgumentKind.DefaultValue && argument.Parameter is { } parameter && IsToken(parameter.Type));

    // The name to pass the token by: empty where it is simply the next argument.
    private static string? Missing(IInvocationOperation call, Compilation compilation)
    {
        var missing = call.Arguments.FirstOrDefault(static argument => argument.ArgumentKind == ArgumentKind.DefaultValue && argument.Parameter is { } parameter && IsToken(parameter.Type));
        if (missing is not null)
        {
            var before = call.Arguments.Any(argument => argument.ArgumentKind == ArgumentKind.DefaultValue && argument.Parameter!.Ordinal < missing.Parameter!.Ordinal);
            return before ? missing.Parameter!.Name : "";
        }

        var method = (call.TargetMethod.ReducedFrom ?? call.TargetMethod).OriginalDefinition;
        return call.Arguments.All(static argument => argument.ArgumentKind == ArgumentKind.Explicit)
            && method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>().Any(other => IsWithToken(other, method, compilation)) ? "" : null;
    }

    private static bool IsWithToken(IMethodSymbol other, IMethodSymbol method, Compilation compilation)
    {
        if (other.Parameters.Length != method.Parameters.Length + 1 || other.Arity != method.Arity || other.IsStatic != method.IsStatic
            || !IsToken(other.Parameters[other.Parameters.Length - 1].Type) || !compilation.IsSymbolAccessibleWithin(other, compilation.Assembly))
        {
            return false;
        }

        return method.Parameters.Zip(other.Parameters, static (a, b) => a.Type.ToDisplayString() == b.Type.ToDisplayString()).All(static same => same);
    }
}
