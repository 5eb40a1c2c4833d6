using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Covet.Generators.Tests;

/// <summary>Finds where two texts or two runs of bytes are compared, neither of which stands in the source. What is looked up in a table by its hash is not found.</summary>
internal static class ComparisonScan
{
    private static readonly HashSet<string> Comparing = new(StringComparer.Ordinal)
    {
        "Equals", "ReferenceEquals", "SequenceEqual", "SequenceCompareTo", "Compare", "CompareTo", "CompareOrdinal", "StartsWith", "EndsWith", "Contains",
        "IndexOf", "LastIndexOf", "CommonPrefixLength", "ValueTextEquals", "FixedTimeEquals",
    };

    /// <summary>The comparisons of a file, as they stand in it, with whether each takes the same time whatever is compared.</summary>
    public static IEnumerable<(string Text, bool FixedTime)> Of(Compilation compilation, SyntaxTree tree)
    {
        var model = compilation.GetSemanticModel(tree);
        foreach (var node in tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes())
        {
            var compared = node is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } or InvocationExpressionSyntax
                ? Compared(model.GetOperation(node))
                : null;
            if (compared is { Count: 2 } && !compared.Any(IsConstant))
            {
                yield return (node.ToString(), node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "FixedTimeEquals" } });
            }
        }
    }

    // What is compared: of a call the first two texts or runs among what it is made on and its arguments; the others say how.
    private static List<IOperation> Compared(IOperation? operation)
    {
        IEnumerable<IOperation?> parts = operation switch
        {
            IBinaryOperation binary => [binary.LeftOperand, binary.RightOperand],
            IInvocationOperation call when Comparing.Contains(call.TargetMethod.Name) => [call.Instance, .. call.Arguments.Select(a => a.Value)],
            _ => [],
        };
        return [.. parts.OfType<IOperation>().Select(Unwrapped).Where(o => IsTextOrBytes(o.Type)).Take(2)];
    }

    private static IOperation Unwrapped(IOperation operation) =>
        operation is IConversionOperation { IsImplicit: true } conversion ? Unwrapped(conversion.Operand) : operation;

    private static bool IsConstant(IOperation operation) =>
        operation.ConstantValue.HasValue || operation is IUtf8StringOperation or IDefaultValueOperation;

    // Texts and runs of them, bytes and runs of those; and what a header's values are.
    private static bool IsTextOrBytes(ITypeSymbol? type) => type switch
    {
        { SpecialType: SpecialType.System_String } or { Name: "StringValues" } => true,
        IArrayTypeSymbol array => IsElement(array.ElementType),
        INamedTypeSymbol { TypeArguments: [var element] } => IsElement(element),
        _ => false,
    };

    private static bool IsElement(ITypeSymbol type) => type.SpecialType is SpecialType.System_Byte or SpecialType.System_Char or SpecialType.System_String;
}
