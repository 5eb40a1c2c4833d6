using Covet.Analyzers.Endpoints;
using Covet.Generators.Parsing;

namespace Covet.Analyzers.Rules.Binding;

/// <summary>Calls in handlers that wait on a thread: <c>.Result</c>, <c>.Wait()</c>, <c>GetAwaiter().GetResult()</c>, <c>Thread.Sleep</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class BlockingCallAnalyzer : EndpointAnalyzer
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal) { "Result", "Wait", "GetResult", "WaitAll", "WaitAny", "Sleep" };

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [AnalyzerRules.BlockingCall];

    protected override void Analyze(EndpointContext context)
    {
        if (!context.Mentions(Names))
        {
            return;
        }

        var operations = context.Operations().ToList();
        foreach (var operation in operations)
        {
            var (name, task) = Blocking(operation);
            if (name is not null && !Bodies.IsInLambda(operation) && !IsOver(task, operations))
            {
                context.Report(AnalyzerRules.BlockingCall, operation.Syntax.GetLocation(), name, context.Endpoint.Name);
            }
        }
    }

    private static (string? Name, IOperation? Task) Blocking(IOperation operation)
    {
        switch (operation)
        {
            case IPropertyReferenceOperation { Property.Name: "Result", Instance: { } task } when IsTask(task.Type):
                return (".Result", task);
            case IInvocationOperation { TargetMethod.Name: "Wait", Instance: { } task } when IsTask(task.Type):
                return (".Wait()", task);
            case IInvocationOperation { TargetMethod.Name: "GetResult", Instance: IInvocationOperation { TargetMethod.Name: "GetAwaiter", Instance: { } task } } when IsTask(task.Type) || task.Type?.Name is "ConfiguredTaskAwaitable" or "ConfiguredValueTaskAwaitable":
                return (".GetAwaiter().GetResult()", task);
            case IInvocationOperation { TargetMethod: { Name: "WaitAll" or "WaitAny" } method } when IsTask(method.ContainingType):
                return ("Task." + method.Name, null);
            case IInvocationOperation { TargetMethod: { Name: "Sleep" } method } when method.ContainingType.Is("System.Threading", "Thread"):
                return ("Thread.Sleep", null);
            default:
                return (null, null);
        }
    }

    private static bool IsTask(ITypeSymbol? type) => type is { Name: "Task" or "ValueTask" } && type.ContainingNamespace.IsNamed("System.Threading.Tasks");

    // After "await task" or "await Task.WhenAll(a, b)" the task is over, and its result is there.
    private static bool IsOver(IOperation? task, List<IOperation> operations) =>
        task is ILocalReferenceOperation local && operations.OfType<IAwaitOperation>().Any(awaited =>
            awaited.Syntax.SpanStart < local.Syntax.SpanStart && awaited.Operation.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Any(other => SymbolEqualityComparer.Default.Equals(other.Local, local.Local)));
}
