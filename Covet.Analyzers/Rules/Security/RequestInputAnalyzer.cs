using Covet.Analyzers.Endpoints;
using Covet.Generators.Parsing;

namespace Covet.Analyzers.Rules.Security;

/// <summary>Redirects and file paths that a request decides.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class RequestInputAnalyzer : EndpointAnalyzer
{
    private static readonly HashSet<string> FileTypes = new(StringComparer.Ordinal) { "File", "FileInfo", "FileStream", "Directory", "DirectoryInfo", "StreamReader", "StreamWriter" };

    private static readonly HashSet<string> Names = new([.. FileTypes, "Redirect", "PhysicalFile", "VirtualFile", "SendFileAsync"], StringComparer.Ordinal);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [AnalyzerRules.OpenRedirect, AnalyzerRules.PathFromInput];

    protected override void Analyze(EndpointContext context)
    {
        if (context.Declaration is null || !context.Mentions(Names) || !context.Endpoint.Parameters.Any())
        {
            return;
        }

        var input = new RequestInput(context);
        foreach (var operation in input.Operations)
        {
            if (operation is IInvocationOperation call)
            {
                if (IsRedirect(call.TargetMethod))
                {
                    CheckRedirect(context, input, call);
                }
                else if (IsFile(call.TargetMethod))
                {
                    CheckPath(context, input, call.Arguments);
                }
            }
            else if (operation is IObjectCreationOperation { Type: { } type } creation && FileTypes.Contains(type.Name) && type.ContainingNamespace.IsNamed("System.IO"))
            {
                CheckPath(context, input, creation.Arguments);
            }
        }
    }

    private static bool IsRedirect(IMethodSymbol method) => method.Name == "Redirect"
        && (method.ContainingType.Is("Microsoft.AspNetCore.Http", "Results") || method.ContainingType.Is("Microsoft.AspNetCore.Http", "TypedResults") || method.ContainingType.Is("Microsoft.AspNetCore.Http", "HttpResponse"));

    private static bool IsFile(IMethodSymbol method) =>
        (FileTypes.Contains(method.ContainingType.Name) && method.ContainingType.ContainingNamespace.IsNamed("System.IO"))
        || (method.Name is "PhysicalFile" or "VirtualFile" && method.ContainingType.Is("Microsoft.AspNetCore.Http", "TypedResults"))
        || method.Name is "SendFileAsync";

    private static void CheckRedirect(EndpointContext context, RequestInput input, IInvocationOperation call)
    {
        var url = call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Type.SpecialType == SpecialType.System_String)?.Value;
        if (url is null || StartsHere(url) || input.In(url, static clean => clean.TargetMethod.Name.Contains("Local") || clean.TargetMethod.Name is "Build" or "EscapeDataString") is not { } found
            || input.IsChecked(found, static name => name.Contains("Local") || name.Contains("Allowed") || name.Contains("Safe") || name is "Contains" or "Equals"))
        {
            return;
        }

        context.Report(AnalyzerRules.OpenRedirect, url.Syntax.GetLocation(), found);
    }

    // "/orders/" + id stays on this site.
    private static bool StartsHere(IOperation url) => url switch
    {
        IConversionOperation conversion => StartsHere(conversion.Operand),
        IBinaryOperation binary => StartsHere(binary.LeftOperand),
        IInterpolatedStringOperation { Parts.Length: > 0 } text => text.Parts[0] is IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string { Length: > 1 } start } } && IsFixed(start),
        _ => url.ConstantValue is { HasValue: true, Value: string { Length: > 1 } start } && IsFixed(start),
    };

    // A path whose second character is fixed too, or a whole host.
    private static bool IsFixed(string start) => (start[0] == '/' && start[1] is not ('/' or '\\')) || (start.Contains("://") && start.IndexOf('/', start.IndexOf("://", StringComparison.Ordinal) + 3) > 0);

    private static void CheckPath(EndpointContext context, RequestInput input, ImmutableArray<IArgumentOperation> arguments)
    {
        var path = arguments.FirstOrDefault(static argument => argument.Parameter is { Type.SpecialType: SpecialType.System_String, Ordinal: 0 })?.Value;
        if (path is not null && input.In(path, static clean => clean.TargetMethod.Name is "GetFileName" or "GetFileNameWithoutExtension" or "GetRandomFileName" || clean.TargetMethod.Name.StartsWith("Sanitize", StringComparison.Ordinal)) is { } found
            && !input.IsChecked(found, static name => name is "GetFullPath" or "IndexOfAny" or "IsMatch" or "ContainsKey" or "TryGetValue" || name.Contains("Valid") || name.Contains("Allowed") || name.Contains("Safe")))
        {
            context.Report(AnalyzerRules.PathFromInput, path.Syntax.GetLocation(), ImmutableDictionary<string, string?>.Empty.Add("input", found), found);
        }
    }
}
