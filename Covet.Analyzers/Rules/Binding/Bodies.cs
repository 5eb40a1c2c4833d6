namespace Covet.Analyzers.Rules.Binding;

/// <summary>Questions about operations in a method's body.</summary>
internal static class Bodies
{
    /// <summary>Whether an operation runs inside a lambda or local function of the body, and so maybe never or elsewhere.</summary>
    public static bool IsInLambda(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The value without conversions and parentheses around it.</summary>
    public static IOperation Plain(IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation conversion: operation = conversion.Operand; break;
                case IParenthesizedOperation parenthesized: operation = parenthesized.Operand; break;
                default: return operation;
            }
        }
    }

    /// <summary>The values that a body returns; those of lambdas in it left out.</summary>
    public static IEnumerable<IOperation> Returned(IEnumerable<IOperation> operations, MethodDeclarationSyntax declaration, SemanticModel model, CancellationToken cancellation)
    {
        if (declaration.ExpressionBody is { } arrow)
        {
            return model.GetOperation(arrow.Expression, cancellation) is { } value ? Branches(value) : [];
        }

        return operations.OfType<IReturnOperation>().Where(static operation => operation.ReturnedValue is not null && !IsInLambda(operation)).SelectMany(static operation => Branches(operation.ReturnedValue!));
    }

    private static IEnumerable<IOperation> Branches(IOperation value) => Plain(value) switch
    {
        IConditionalOperation { WhenFalse: { } otherwise } conditional => Branches(conditional.WhenTrue).Concat(Branches(otherwise)),
        ISwitchExpressionOperation choice => choice.Arms.SelectMany(static arm => Branches(arm.Value)),
        ICoalesceOperation coalesce => Branches(coalesce.WhenNull).Prepend(Plain(coalesce.Value)),
        IThrowOperation => [],
        var plain => [plain],
    };
}
