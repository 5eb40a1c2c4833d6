using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Covet.Generators.Parsing.Json;

/// <summary>Expression trees, in which a call is data: whoever translates one looks for the method that was written.</summary>
internal static class JsonExpressionTrees
{
    /// <summary>Whether a call stands in an expression tree.</summary>
    public static bool Holds(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation)
    {
        if (!call.Ancestors().Any(static node => node is LambdaExpressionSyntax or QueryExpressionSyntax))
        {
            return false;
        }

        for (var operation = model.GetOperation(call, cancellation); operation is not null; operation = operation.Parent)
        {
            if (operation is IConversionOperation { Operand: IAnonymousFunctionOperation, Type: INamedTypeSymbol type } && type.Is("System.Linq.Expressions", "Expression"))
            {
                return true;
            }
        }

        return false;
    }
}
