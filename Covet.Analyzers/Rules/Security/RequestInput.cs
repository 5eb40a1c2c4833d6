using Covet.Analyzers.Endpoints;
using Covet.Analyzers.Rules.Binding;
using Covet.Generators.Model;
using Covet.Generators.Parsing;

namespace Covet.Analyzers.Rules.Security;

/// <summary>Finds text in an expression that came with the request: string parameters, members of bodies, names of uploaded files.</summary>
internal sealed class RequestInput
{
    private readonly HashSet<ISymbol> parameters;
    private readonly List<IOperation> operations;

    public RequestInput(EndpointContext context)
    {
        parameters = new HashSet<ISymbol>(
            context.Endpoint.Parameters.Where(static parameter => parameter.Spec.Source is not (BindingSource.Services or BindingSource.Special or BindingSource.BindAsync)).Select(static parameter => parameter.Symbol),
            SymbolEqualityComparer.Default);
        operations = [.. context.Operations()];
    }

    public IReadOnlyList<IOperation> Operations => operations;

    /// <summary>The first piece of request text in a value, as it is written; null where there is none, or something checks it.</summary>
    /// <param name="value">The value.</param>
    /// <param name="isClean">What makes text harmless.</param>
    public string? In(IOperation value, Func<IInvocationOperation, bool> isClean) => Find(value, isClean, depth: 0);

    /// <summary>Whether the text is looked at by a condition before: <c>if (!IsAllowed(name))</c>.</summary>
    public bool IsChecked(string text, Func<string, bool> isCheck) => operations.OfType<IInvocationOperation>().Any(call => isCheck(call.TargetMethod.Name) && call.Syntax.ToString().Contains(text));

    private string? Find(IOperation value, Func<IInvocationOperation, bool> isClean, int depth)
    {
        switch (value)
        {
            case IInvocationOperation call when isClean(call):
                return null;
            case IParameterReferenceOperation reference when parameters.Contains(reference.Parameter):
                return IsText(reference.Type) ? reference.Syntax.ToString() : null;
            case IPropertyReferenceOperation { Instance: { } instance } property when IsText(property.Type) && Bodies.Plain(instance) is IParameterReferenceOperation owner && parameters.Contains(owner.Parameter) && owner.Type?.SpecialType != SpecialType.System_String:
                return property.Syntax.ToString();
            case ILocalReferenceOperation local when depth < 4:
                return operations.OfType<IVariableDeclaratorOperation>()
                    .Where(declarator => SymbolEqualityComparer.Default.Equals(declarator.Symbol, local.Local) && declarator.Initializer is not null)
                    .Select(declarator => Find(declarator.Initializer!.Value, isClean, depth + 1)).FirstOrDefault(static found => found is not null);
            case IConditionalOperation { WhenFalse: { } otherwise } conditional:
                return Find(conditional.WhenTrue, isClean, depth) ?? Find(otherwise, isClean, depth);
            default:
                return value.ChildOperations.Select(child => Find(child, isClean, depth)).FirstOrDefault(static found => found is not null);
        }
    }

    private static bool IsText(ITypeSymbol? type) => type?.SpecialType == SpecialType.System_String;
}
