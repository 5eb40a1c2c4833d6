using Covet.Generators.Parsing;

namespace Covet.Analyzers.Rules.Security;

/// <summary>Secrets that stand as literals where an application is configured.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class SecretAnalyzer : CovetAnalyzer
{
    private static readonly string[] Names = ["Secret", "Password", "ApiKey", "SigningKey", "AccessKey", "PrivateKey", "ClientSecret", "ConnectionString"];

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [AnalyzerRules.SecretInSource];

    protected override void Start(CompilationStartAnalysisContext context) => context.RegisterSyntaxNodeAction(Visit, SyntaxKind.StringLiteralExpression);

    private static void Visit(SyntaxNodeAnalysisContext context)
    {
        var literal = (LiteralExpressionSyntax)context.Node;
        var text = literal.Token.ValueText;
        if (text.Length < 8 || IsPlaceholder(text))
        {
            return;
        }

        var name = literal.Parent switch
        {
            AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax { ArgumentList.Arguments: { Count: 1 } keys } access } assignment when assignment.Right == literal && IsConfiguration(context, access.Expression) => Key(keys[0].Expression),
            AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax member } assignment when assignment.Right == literal && IsOption(context, member) => member.Name.Identifier.ValueText,
            ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } } argument => OfCall(context, call, argument, text),
            _ => null,
        };
        if (name is not null && (HoldsSecret(name) || IsConnection(text)) && !(IsConnectionName(name) && !IsConnection(text)))
        {
            context.ReportDiagnostic(Diagnostic.Create(AnalyzerRules.SecretInSource, literal.GetLocation(), name));
        }
    }

    private static string? OfCall(SyntaxNodeAnalysisContext context, InvocationExpressionSyntax call, ArgumentSyntax argument, string text)
    {
        var name = (call.Expression as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText;
        if (name == "UseSetting" && call.ArgumentList.Arguments.Count == 2 && call.ArgumentList.Arguments[1] == argument)
        {
            return Key(call.ArgumentList.Arguments[0].Expression);
        }

        if (name == "FromSecret" && context.SemanticModel.GetSymbolInfo(call, context.CancellationToken).Symbol is IMethodSymbol method && method.ContainingType.Is("Covet", "JwtKey"))
        {
            return "JwtKey.FromSecret (Secret)";
        }

        if (name == "GetBytes" && call.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "FromSecret" } } or ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.ValueText: "SymmetricSecurityKey" } } } })
        {
            return "the key (Secret)";
        }

        return name is not null && name.StartsWith("Use", StringComparison.Ordinal) && IsConnection(text) ? name : null;
    }

    private static string? Key(ExpressionSyntax expression) => expression is LiteralExpressionSyntax { Token.ValueText: var key } ? key : null;

    private static bool HoldsSecret(string name) => Names.Any(secret => name.TrimEnd(')').EndsWith(secret, StringComparison.OrdinalIgnoreCase)) || name.EndsWith(":Key", StringComparison.Ordinal);

    private static bool IsConnectionName(string name) => name.EndsWith("ConnectionString", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Use", StringComparison.Ordinal);

    private static bool IsConnection(string text) => text.IndexOf("password=", StringComparison.OrdinalIgnoreCase) >= 0 || text.IndexOf("pwd=", StringComparison.OrdinalIgnoreCase) >= 0;

    private static bool IsPlaceholder(string text) => text[0] is '<' or '{' or '$' || text.IndexOf("example", StringComparison.OrdinalIgnoreCase) >= 0 || text.IndexOf(' ') >= 0 && !IsConnection(text);

    private static bool IsConfiguration(SyntaxNodeAnalysisContext context, ExpressionSyntax target) =>
        context.SemanticModel.GetTypeInfo(target, context.CancellationToken).Type?.Implements("Microsoft.Extensions.Configuration", "IConfiguration") == true;

    // o.SigningKey = "..." in a lambda that configures: the target is the lambda's parameter.
    private static bool IsOption(SyntaxNodeAnalysisContext context, MemberAccessExpressionSyntax member) =>
        HoldsSecret(member.Name.Identifier.ValueText)
        && member.Expression is IdentifierNameSyntax target
        && context.SemanticModel.GetSymbolInfo(target, context.CancellationToken).Symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.LambdaMethod } };
}
