using Covet.Generators.Parsing;

namespace Covet.Analyzers.Rules.Security;

/// <summary>SQL commands that are put together out of text.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class SqlAnalyzer : CovetAnalyzer
{
    private static readonly HashSet<string> RawMethods = new(StringComparer.Ordinal) { "FromSqlRaw", "ExecuteSqlRaw", "ExecuteSqlRawAsync", "SqlQueryRaw" };

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [AnalyzerRules.SqlFromText];

    protected override void Start(CompilationStartAnalysisContext context) => context.RegisterSyntaxNodeAction(
        Visit, SyntaxKind.SimpleAssignmentExpression, SyntaxKind.ObjectCreationExpression, SyntaxKind.InvocationExpression);

    private static void Visit(SyntaxNodeAnalysisContext context)
    {
        var sql = context.Node switch
        {
            AssignmentExpressionSyntax assignment when NameOf(assignment.Left) == "CommandText" => assignment.Right,
            ObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } creation when creation.Type.ToString().EndsWith("Command", StringComparison.Ordinal) => arguments[0].Expression,
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member, ArgumentList.Arguments: { Count: > 0 } arguments } when IsQuery(member.Name.Identifier.ValueText) => arguments[0].Expression,
            _ => null,
        };
        if (sql is null || !(sql is InterpolatedStringExpressionSyntax or BinaryExpressionSyntax or IdentifierNameSyntax) || !IsCommand(context))
        {
            return;
        }

        if (context.SemanticModel.GetOperation(sql, context.CancellationToken) is { } value && Variable(value, context.Node, context.SemanticModel) is { } part)
        {
            context.ReportDiagnostic(Diagnostic.Create(AnalyzerRules.SqlFromText, part.GetLocation(), part.ToString()));
        }
    }

    private static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        IdentifierNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };

    private static bool IsQuery(string name) => RawMethods.Contains(name) || name.StartsWith("Query", StringComparison.Ordinal) || name.StartsWith("Execute", StringComparison.Ordinal);

    private static bool IsCommand(SyntaxNodeAnalysisContext context)
    {
        var symbol = context.SemanticModel.GetSymbolInfo(context.Node is AssignmentExpressionSyntax assignment ? assignment.Left : context.Node, context.CancellationToken).Symbol;
        return symbol switch
        {
            IPropertySymbol property => property.ContainingType.Implements("System.Data", "IDbCommand") || property.ContainingType.Implements("System.Data.Common", "DbCommand") || property.ContainingType.Name == "DbBatchCommand",
            IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => constructor.ContainingType.Implements("System.Data", "IDbCommand"),
            IMethodSymbol method => RawMethods.Contains(method.Name) || method.ContainingType.Is("Dapper", "SqlMapper"),
            _ => false,
        };
    }

    // The first part that is neither constant nor of a type that can hold no SQL.
    private static SyntaxNode? Variable(IOperation value, SyntaxNode user, SemanticModel model)
    {
        switch (value)
        {
            case { ConstantValue.HasValue: true }:
                return null;
            case IConversionOperation conversion:
                return Variable(conversion.Operand, user, model);
            case IParenthesizedOperation parenthesized:
                return Variable(parenthesized.Operand, user, model);
            case IInterpolatedStringOperation text:
                return text.Parts.OfType<IInterpolationOperation>().Select(static part => part.Expression).FirstOrDefault(IsOpen)?.Syntax;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum:
                return Side(sum.LeftOperand) ?? Side(sum.RightOperand);
            case ILocalReferenceOperation local:
                var declared = local.Local.DeclaringSyntaxReferences.Select(static reference => reference.GetSyntax()).OfType<VariableDeclaratorSyntax>().FirstOrDefault()?.Initializer?.Value;
                return declared is InterpolatedStringExpressionSyntax or BinaryExpressionSyntax && declared.SyntaxTree == user.SyntaxTree && model.GetOperation(declared) is { } initial ? Variable(initial, user, model) : null;
            default:
                return null;
        }

        SyntaxNode? Side(IOperation operand) => operand is IBinaryOperation or IInterpolatedStringOperation or IConversionOperation { Operand: IInterpolatedStringOperation } or IParenthesizedOperation
            ? Variable(operand, user, model)
            : IsOpen(operand) ? operand.Syntax : null;
    }

    private static bool IsOpen(IOperation operation)
    {
        while (operation is IConversionOperation conversion)
        {
            operation = conversion.Operand;
        }

        return !operation.ConstantValue.HasValue
            && operation.Type is { } type && type.UnwrapNullable() is var plain
            && plain.TypeKind != TypeKind.Enum && plain.SpecialType is SpecialType.System_String or SpecialType.System_Object or SpecialType.System_Char
            && operation is not IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } };
    }
}
