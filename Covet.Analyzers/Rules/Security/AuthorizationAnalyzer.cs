using Covet.Analyzers.Endpoints;
using Covet.Generators.Model;
using Covet.Generators.Parsing;

namespace Covet.Analyzers.Rules.Security;

/// <summary>Endpoints that say nothing of who may call them, and forms that any site may send.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class AuthorizationAnalyzer : EndpointAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [AnalyzerRules.NoAuthorizationStatement, AnalyzerRules.FormWithoutAntiforgery];

    protected override void Analyze(EndpointContext context)
    {
        var endpoint = context.Endpoint;
        if (endpoint.Routes.IsEmpty || context.Declaration is not { } declaration)
        {
            return;
        }

        var facts = CompilationFacts.Of(context.Compilation);
        // A method of a base class is one place, however many handlers inherit it.
        if (Json.Shapes.IsFirst(context.Compilation, "authorization", endpoint.Method.OriginalDefinition)
            && facts.Uses("UseAuthorization", "AddAuthorization", "AddAuthorizationBuilder", "AddCovetAuthorization", "Authorize")
            && !facts.Uses("FallbackPolicy", "SetFallbackPolicy")
            && !endpoint.Attributes().Any(static attribute => attribute.AttributeClass is { } type && (type.Implements("Microsoft.AspNetCore.Authorization", "IAuthorizeData") || type.Implements("Microsoft.AspNetCore.Authorization", "IAllowAnonymous") || type.Implements("Microsoft.AspNetCore.Authorization", "IAuthorizationRequirementData"))))
        {
            context.Report(AnalyzerRules.NoAuthorizationStatement, declaration.Identifier.GetLocation(), endpoint.Name);
        }

        if (Json.Shapes.IsFirst(context.Compilation, "antiforgery", endpoint.Method.OriginalDefinition)
            && facts.Uses("AddCookie", "AddCovetCookie", "AddIdentity", "AddDefaultIdentity", "AddIdentityCookies", "AddSession")
            && endpoint.Routes.Any(static route => route.Spec.Method is "POST" or "PUT" or "PATCH" or "DELETE")
            && endpoint.Parameters.Any(static parameter => parameter.Spec.Source is BindingSource.Form or BindingSource.FormObject)
            && !endpoint.Attributes().Any(static attribute => attribute.AttributeClass is { } type && type.Implements("Microsoft.AspNetCore.Antiforgery", "IAntiforgeryMetadata")))
        {
            context.Report(AnalyzerRules.FormWithoutAntiforgery, declaration.Identifier.GetLocation(), endpoint.Name);
        }
    }
}
