using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Covet.Generators.Parsing.Handlers;

/// <summary>
/// The values that a method puts into <c>Results.Ok(...)</c> and <c>TypedResults.Ok(...)</c> where its signature says <c>IResult</c> alone:
/// such a result writes itself, and asks System.Text.Json for the type of its value, which a native binary has only where a codec is generated.
/// </summary>
internal sealed class ResultValues(IMethodSymbol method, Compilation compilation, DiagnosticSink sink, CancellationToken cancellation)
{
    // What takes a value that becomes JSON; asked first, as nothing is bound for it.
    private static readonly HashSet<string> Factories =
    [
        "Ok", "Created", "CreatedAtRoute", "Accepted", "AcceptedAtRoute", "NotFound", "BadRequest", "Conflict", "UnprocessableEntity", "InternalServerError", "Json",
    ];

    private readonly HashSet<SyntaxNode> seen = [];
    private readonly List<ITypeSymbol> types = [];

    /// <summary>Whether a return type says nothing of what is written.</summary>
    public static bool AreHidden(ITypeSymbol type) =>
        type.Is("Microsoft.AspNetCore.Http", "IResult") || (type is INamedTypeSymbol { TypeArguments.Length: 1 } task && task.ContainingNamespace.IsNamed("System.Threading.Tasks") && AreHidden(task.TypeArguments[0]));

    /// <summary>The types of the values; those of anonymous types are refused where they stand.</summary>
    public IReadOnlyList<ITypeSymbol> Find()
    {
        Visit(method);
        return types;
    }

    // A method of the same file that the handler calls is looked through too; what another file makes cannot be known of this one.
    private void Visit(IMethodSymbol called)
    {
        foreach (var declaration in called.OriginalDefinition.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation)).OfType<MethodDeclarationSyntax>())
        {
            if (!compilation.ContainsSyntaxTree(declaration.SyntaxTree) || !seen.Add(declaration) || (seen.Count > 1 && declaration.SyntaxTree != seen.First().SyntaxTree))
            {
                continue;
            }

            var model = compilation.GetSemanticModel(declaration.SyntaxTree);
            foreach (var call in declaration.DescendantNodes().OfType<InvocationExpressionSyntax>())
            {
                Visit(call, declaration, model);
            }
        }
    }

    private void Visit(InvocationExpressionSyntax call, MethodDeclarationSyntax around, SemanticModel model)
    {
        var (name, isPlain) = call.Expression switch
        {
            MemberAccessExpressionSyntax { Name: var member, Expression: var target } => (member.Identifier.ValueText, target is ThisExpressionSyntax),
            SimpleNameSyntax simple => (simple.Identifier.ValueText, true),
            _ => ("", false),
        };
        if (!isPlain && !Factories.Contains(name))
        {
            return;
        }

        if (model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol symbol)
        {
            return;
        }

        if (IsFactory(symbol))
        {
            Add(symbol, call, model);
        }
        else if (isPlain && symbol.MethodKind == MethodKind.Ordinary && AreHidden(symbol.ReturnType) && SymbolEqualityComparer.Default.Equals(symbol.OriginalDefinition.ContainingType, model.GetDeclaredSymbol(around, cancellation)?.ContainingType.OriginalDefinition))
        {
            Visit(symbol);
        }
    }

    private static bool IsFactory(IMethodSymbol symbol) =>
        Factories.Contains(symbol.Name) && (symbol.ContainingType.Is("Microsoft.AspNetCore.Http", "Results") || symbol.ContainingType.Is("Microsoft.AspNetCore.Http", "TypedResults"));

    private void Add(IMethodSymbol factory, InvocationExpressionSyntax call, SemanticModel model)
    {
        if (factory.TypeArguments.Length != 1 || HasOwnMetadata(factory, call))
        {
            return;
        }

        var type = factory.TypeArguments[0];
        if (ReturnedExpressions.IsAnonymous(type))
        {
            var value = call.ArgumentList.Arguments.FirstOrDefault(argument => model.GetTypeInfo(argument.Expression, cancellation).Type is { } given && ReturnedExpressions.IsAnonymous(given));
            sink.Add(Rules.RuleIds.JsonTypeUnsupported, Symbols.Place((value?.Expression ?? call).GetLocation()), "The result of '" + method.Name + "'", type.ToDisplayString(), "generated code cannot name an anonymous type; use a record");
            return;
        }

        var closed = Close(type);
        if (!closed.IsOpen() && closed.TypeKind is not TypeKind.Dynamic && !closed.IsBroken() && closed.SpecialType != SpecialType.System_Object && closed is not INamedTypeSymbol { IsReferenceType: true, ContainingNamespace.Name: "Mvc", Name: "ProblemDetails" or "ValidationProblemDetails" })
        {
            types.Add(closed);
        }
    }

    // Results.Json(value, context): the type information is the user's own.
    private static bool HasOwnMetadata(IMethodSymbol factory, InvocationExpressionSyntax call) => factory.Parameters
        .Where((parameter, index) => parameter.Type.Name is "JsonTypeInfo" or "JsonSerializerContext" && IsGiven(parameter, index, call))
        .Any();

    private static bool IsGiven(IParameterSymbol parameter, int index, InvocationExpressionSyntax call) =>
        call.ArgumentList.Arguments.Where((argument, at) => argument.NameColon is { } named ? named.Name.Identifier.ValueText == parameter.Name : at == index).Any();

    // In a generic base class, what stands for its type parameters in this handler.
    private ITypeSymbol Close(ITypeSymbol type)
    {
        switch (type)
        {
            case ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Type } parameter:
                var arguments = method.ContainingType.TypeArguments;
                return parameter.Ordinal < arguments.Length && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, method.ContainingType.OriginalDefinition) ? arguments[parameter.Ordinal] : type;
            case IArrayTypeSymbol { Rank: 1 } array when array.IsOpen():
                return compilation.CreateArrayTypeSymbol(Close(array.ElementType));
            case INamedTypeSymbol { ContainingType: null, Arity: > 0 } named when named.IsOpen():
                return named.ConstructedFrom.Construct([.. named.TypeArguments.Select(Close)]);
            default:
                return type;
        }
    }
}
