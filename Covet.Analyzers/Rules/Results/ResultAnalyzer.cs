using Covet.Analyzers.Endpoints;
using Covet.Analyzers.Rules.Binding;
using Covet.Generators.Model;
using Covet.Generators.Parsing;
using Covet.Generators.Parsing.Handlers;

namespace Covet.Analyzers.Rules.Results;

/// <summary>What a method answers against what its signature says.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ResultAnalyzer : EndpointAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [AnalyzerRules.StatusNotDeclared, AnalyzerRules.ResultNotDescribed, AnalyzerRules.StatusWithTwoBodies, AnalyzerRules.NeverNull];

    protected override void Analyze(EndpointContext context)
    {
        if (context.Endpoint.Spec is not { } spec || context.Declaration is not { } declaration)
        {
            return;
        }

        var declared = Declared(context.Endpoint);
        if (spec.Return.Kind == ReturnKind.Result && spec.Return.Responses.Count == 0)
        {
            if (declared.Count == 0)
            {
                var types = Typed(context, declaration);
                context.Report(AnalyzerRules.ResultNotDescribed, declaration.ReturnType.GetLocation(), ImmutableDictionary<string, string?>.Empty.Add("types", types), context.Endpoint.Name);
            }
            else
            {
                CheckStatuses(context, declared);
            }
        }

        CheckBodies(context, spec.Return, declaration);
        CheckDeclaredBodies(context, declaration);
        if (spec.Return is { Nullable: true, Kind: ReturnKind.Json or ReturnKind.Text or ReturnKind.Bytes or ReturnKind.Stream } && IsNeverNull(context, declaration, spec.Return.Async))
        {
            context.Report(AnalyzerRules.NeverNull, declaration.ReturnType.GetLocation(), context.Endpoint.Name);
        }
    }

    private static HashSet<int> Declared(Endpoint endpoint)
    {
        var statuses = new HashSet<int>();
        foreach (var attribute in endpoint.Attributes().Where(static attribute => attribute.AttributeClass?.Name.StartsWith("ProducesResponseType", StringComparison.Ordinal) == true))
        {
            statuses.UnionWith(attribute.ConstructorArguments.Select(static argument => argument.Kind == TypedConstantKind.Primitive ? argument.Value : null).OfType<int>().Where(static value => value is >= 100 and < 600).DefaultIfEmpty(200));
        }

        return statuses;
    }

    private static void CheckStatuses(EndpointContext context, HashSet<int> declared)
    {
        foreach (var call in context.Operations().OfType<IInvocationOperation>())
        {
            if (!Bodies.IsInLambda(call) && ResultStatus.Of(call) is { } status && !declared.Contains(status))
            {
                var place = call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } ? member.Name : call.Syntax;
                var text = status.ToString(System.Globalization.CultureInfo.InvariantCulture);
                context.Report(AnalyzerRules.StatusNotDeclared, place.GetLocation(), ImmutableDictionary<string, string?>.Empty.Add("status", text), context.Endpoint.Name, text, string.Join(", ", declared.OrderBy(static value => value)));
            }
        }
    }

    private static void CheckBodies(EndpointContext context, ReturnSpec result, MethodDeclarationSyntax declaration)
    {
        foreach (var group in result.Responses.Where(static response => response.StatusCode > 0 && response.Body is not null).GroupBy(static response => response.StatusCode))
        {
            var bodies = group.GroupBy(static response => response.Body!.FullName).Select(static same => same.First().Body!.Name).Take(2).ToList();
            if (bodies.Count == 2)
            {
                context.Report(AnalyzerRules.StatusWithTwoBodies, declaration.ReturnType.GetLocation(), context.Endpoint.Name, group.Key, bodies[0], bodies[1]);
            }
        }
    }

    private static void CheckDeclaredBodies(EndpointContext context, MethodDeclarationSyntax declaration)
    {
        var bodies = new Dictionary<int, ITypeSymbol>();
        foreach (var attribute in context.Endpoint.Method.GetAttributes().Where(static attribute => attribute.AttributeClass?.Name == "ProducesResponseTypeAttribute"))
        {
            var values = attribute.ConstructorArguments;
            var body = attribute.AttributeClass!.TypeArguments.FirstOrDefault() ?? values.Select(static value => value.Kind == TypedConstantKind.Type ? value.Value : null).OfType<ITypeSymbol>().FirstOrDefault();
            if (body is null || values.Select(static value => value.Kind == TypedConstantKind.Primitive ? value.Value : null).OfType<int>().FirstOrDefault() is not (> 0 and var status))
            {
                continue;
            }

            if (!bodies.TryGetValue(status, out var other))
            {
                bodies.Add(status, body);
            }
            else if (!SymbolEqualityComparer.Default.Equals(other, body))
            {
                context.Report(AnalyzerRules.StatusWithTwoBodies, declaration.ReturnType.GetLocation(), context.Endpoint.Name, status, other.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), body.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
            }
        }
    }

    private static bool IsNeverNull(EndpointContext context, MethodDeclarationSyntax declaration, AsyncKind async)
    {
        var method = context.Endpoint.Method;
        if ((async != AsyncKind.None && !method.IsAsync) || method.IsOverride || method.IsVirtual || method.IsAbstract || method.ContainingType.AllInterfaces.Any(static contract => !contract.ContainingNamespace.IsNamed("System"))
            || method.ReturnType.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
        {
            return false;
        }

        var returned = Bodies.Returned(context.Operations(), declaration, context.Model, context.Cancellation).ToList();
        return returned.Count > 0 && returned.All(value => value.ConstantValue is not { HasValue: true, Value: null }
            && value.Syntax is ExpressionSyntax expression
            && context.Model.GetTypeInfo(expression, context.Cancellation) is { Type: { IsValueType: false, TypeKind: not TypeKind.Error }, Nullability.FlowState: NullableFlowState.NotNull });
    }

    // The types of all results, where each is a typed one.
    private static string? Typed(EndpointContext context, MethodDeclarationSyntax declaration)
    {
        var types = new List<string>();
        foreach (var value in Bodies.Returned(context.Operations(), declaration, context.Model, context.Cancellation))
        {
            if (value.Type is not INamedTypeSymbol type || !type.ContainingNamespace.IsNamed("Microsoft.AspNetCore.Http.HttpResults"))
            {
                return null;
            }

            types.Add(type.ToMinimalDisplayString(context.Model, declaration.SpanStart));
        }

        types = [.. types.Distinct()];
        return types.Count switch
        {
            0 or > 6 => null,
            1 => types[0],
            _ => "Results<" + string.Join(", ", types) + ">",
        };
    }
}
