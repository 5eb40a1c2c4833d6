using Covet.Analyzers.Endpoints;
using Covet.Generators.Parsing;

namespace Covet.Analyzers.Rules.Binding;

/// <summary><c>HttpContext</c> and what hangs on it in work that outlives the request.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ContextCaptureAnalyzer : EndpointAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [AnalyzerRules.ContextCaptured];

    protected override void Analyze(EndpointContext context)
    {
        if (!context.Endpoint.Method.Parameters.Any(static parameter => IsContext(parameter.Type)))
        {
            return;
        }

        foreach (var operation in context.Operations())
        {
            switch (operation)
            {
                case IInvocationOperation call when StartsWork(call.TargetMethod) && IsLeftAlone(call):
                    Captured(context, call.Arguments.SelectMany(static argument => argument.DescendantsAndSelf()), call.TargetMethod.ContainingType.Name + "." + call.TargetMethod.Name);
                    break;
                case IInvocationOperation call when call.Type?.Name is "Task" or "ValueTask" && !Bodies.IsInLambda(call) && IsLeftAlone(call):
                    Captured(context, call.Arguments.Select(static argument => Bodies.Plain(argument.Value)), call.TargetMethod.Name, isPassed: true);
                    break;
                case IObjectCreationOperation { Type.Name: "Timer" or "Thread" } creation when creation.Type!.ContainingNamespace.IsNamed("System.Threading"):
                    Captured(context, creation.Arguments.SelectMany(static argument => argument.DescendantsAndSelf()), "a " + creation.Type.Name);
                    break;
                case ISimpleAssignmentOperation { Target: IFieldReferenceOperation field } assignment when Bodies.Plain(assignment.Value) is IParameterReferenceOperation { Parameter: { } parameter } value && IsContext(parameter.Type):
                    context.Report(AnalyzerRules.ContextCaptured, value.Syntax.GetLocation(), parameter.Name, "the field '" + field.Field.Name + "'");
                    break;
            }
        }
    }

    // In a lambda that runs later, or passed to work that nobody waits for.
    private static void Captured(EndpointContext context, IEnumerable<IOperation> operations, string keeper, bool isPassed = false)
    {
        var first = operations.FirstOrDefault(reference => reference is IParameterReferenceOperation or ILocalReferenceOperation && IsContext(reference.Type!) && (isPassed || IsOutside(reference)));
        if (first is not null)
        {
            context.Report(AnalyzerRules.ContextCaptured, first.Syntax.GetLocation(), first.Syntax.ToString(), keeper);
        }
    }

    // What a lambda has of its own it does not capture.
    private static bool IsOutside(IOperation reference)
    {
        var declared = reference switch
        {
            IParameterReferenceOperation parameter => parameter.Parameter.ContainingSymbol,
            ILocalReferenceOperation local => local.Local.ContainingSymbol,
            _ => null,
        };
        for (var parent = reference.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation lambda)
            {
                return !SymbolEqualityComparer.Default.Equals(declared, lambda.Symbol);
            }
        }

        return false;
    }

    private static bool StartsWork(IMethodSymbol method) =>
        (method.Name == "Run" && method.ContainingType.Is("System.Threading.Tasks", "Task"))
        || (method.Name == "StartNew" && method.ContainingType.Name == "TaskFactory")
        || (method.Name is "QueueUserWorkItem" or "UnsafeQueueUserWorkItem" && method.ContainingType.Is("System.Threading", "ThreadPool"));

    private static bool IsLeftAlone(IInvocationOperation call) => call.Parent is IExpressionStatementOperation
        || call.Parent is ISimpleAssignmentOperation { Target: IDiscardOperation }
        || (call.Parent is IConversionOperation { Parent: ISimpleAssignmentOperation { Target: IDiscardOperation } });

    private static bool IsContext(ITypeSymbol type) => type.Name is "HttpContext" or "HttpRequest" or "HttpResponse" && type.ContainingNamespace.IsNamed("Microsoft.AspNetCore.Http");
}
