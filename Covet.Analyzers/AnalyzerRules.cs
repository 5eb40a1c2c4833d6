using Covet.Generators.Rules;

namespace Covet.Analyzers;

/// <summary>The descriptors of the rules that analyzers alone know.</summary>
internal static class AnalyzerRules
{
    public static readonly DiagnosticDescriptor RouteParameterUnused = Warning(AnalyzerRuleIds.RouteParameterUnused, "Routing", "Route parameter that nothing takes", "The route '{0}' has the parameter '{1}', but no parameter of '{2}' takes it");
    public static readonly DiagnosticDescriptor RouteParameterTypo = Warning(AnalyzerRuleIds.RouteParameterTypo, "Routing", "Parameter named almost like a route parameter", "The parameter '{0}' is bound from the query, while nothing takes the route parameter '{1}' of '{2}'; is it the same?");
    public static readonly DiagnosticDescriptor ConstraintContradictsType = Warning(AnalyzerRuleIds.ConstraintContradictsType, "Routing", "Constraint contradicts the type", "The route parameter '{0}' has the constraint '{1}', but the parameter's type is '{2}': what passes one does not fit the other");
    public static readonly DiagnosticDescriptor BodyOnGet = Warning(AnalyzerRuleIds.BodyOnGet, "Routing", "Body of a GET request", "The parameter '{0}' reads the body of a {1} request, which has no meaning and is dropped by clients, proxies and caches (RFC 9110, section 9.3.1)");
    public static readonly DiagnosticDescriptor DefaultRefused = Warning(AnalyzerRuleIds.DefaultRefused, "Binding", "Default that is refused", "The default {0} of '{1}' is refused: {2}");
    public static readonly DiagnosticDescriptor BlockingCall = Warning(AnalyzerRuleIds.BlockingCall, "Binding", "Blocking call in a handler", "'{0}' blocks a thread of the server in '{1}'; await instead");
    public static readonly DiagnosticDescriptor TokenNotPassed = Warning(AnalyzerRuleIds.TokenNotPassed, "Binding", "CancellationToken not passed on", "'{0}' takes a CancellationToken, but '{1}' is not passed to it: the work goes on when the client is gone");
    public static readonly DiagnosticDescriptor ContextCaptured = Warning(AnalyzerRuleIds.ContextCaptured, "Binding", "HttpContext kept after the response", "'{0}' is kept by {1}, but it belongs to another request when the response is over; take what is needed of it first");
    public static readonly DiagnosticDescriptor ServiceNotRegistered = Warning(AnalyzerRuleIds.ServiceNotRegistered, "Services", "Service not registered", "'{0}' needs '{1}', which nothing registers; {2}");
    public static readonly DiagnosticDescriptor ScopedInSingleton = Warning(AnalyzerRuleIds.ScopedInSingleton, "Services", "Scoped service in a singleton", "The singleton '{0}' keeps the scoped service '{1}'{2}: the first request's for ever");
    public static readonly DiagnosticDescriptor ServiceCycle = Warning(AnalyzerRuleIds.ServiceCycle, "Services", "Services need each other", "'{0}' cannot be made, as it needs itself: {1}");
    public static readonly DiagnosticDescriptor InstanceNotDisposed = Warning(AnalyzerRuleIds.InstanceNotDisposed, "Services", "Disposable that nobody disposes", "The container does not dispose instances that it is given, and nobody else disposes this '{0}'; register a factory");
    public static readonly DiagnosticDescriptor StatusNotDeclared = Warning(AnalyzerRuleIds.StatusNotDeclared, "Results", "Status not declared", "'{0}' answers {1} here, but declares only {2}");
    public static readonly DiagnosticDescriptor ResultNotDescribed = Info(AnalyzerRuleIds.ResultNotDescribed, "Results", "Result that the document cannot describe", "'{0}' returns IResult, of which the OpenAPI document can say nothing; return typed results");
    public static readonly DiagnosticDescriptor StatusWithTwoBodies = Warning(AnalyzerRuleIds.StatusWithTwoBodies, "Results", "One status with two bodies", "'{0}' answers {1} with '{2}' or with '{3}', which clients cannot tell apart");
    public static readonly DiagnosticDescriptor NeverNull = Info(AnalyzerRuleIds.NeverNull, "Results", "Null that never occurs", "'{0}' is declared to return null, which is 404 in the document, but never does");
    public static readonly DiagnosticDescriptor MemberNotRead = Warning(AnalyzerRuleIds.MemberNotRead, "Json", "Member that JSON leaves out", "'{0}' of '{1}' is {2}, so {3}");
    public static readonly DiagnosticDescriptor NoDerivedTypes = Warning(AnalyzerRuleIds.NoDerivedTypes, "Json", "Base type without derived types", "'{0}' is written with its own members alone: it names none of its derived types ({1}) with [JsonDerivedType]");
    public static readonly DiagnosticDescriptor BackReference = Warning(AnalyzerRuleIds.BackReference, "Json", "Cycle of objects", "'{0}' leads from '{1}' back to '{2}', which has it in '{3}': writing one would go round until the depth limit stops it");
    public static readonly DiagnosticDescriptor ReflectionSerializer = Warning(AnalyzerRuleIds.ReflectionSerializer, "Json", "Serializer that needs reflection", "'JsonSerializer.{0}' without type information needs reflection, which native code does not have; use CovetJson with [JsonModel]");
    public static readonly DiagnosticDescriptor NoDiscriminator = Warning(AnalyzerRuleIds.NoDiscriminator, "Json", "Derived type without a discriminator", "'{0}' is not read back from JSON: its [JsonDerivedType] gives it no discriminator, so that a request makes a '{1}' of it");
    public static readonly DiagnosticDescriptor NoCodec = Warning(AnalyzerRuleIds.NoCodec, "Json", "CovetJson without a codec", "No reader and writer is generated for '{0}', which the generic '{1}' gives to CovetJson.{2}: neither an endpoint, a [JsonModel] nor a call leads to it");
    public static readonly DiagnosticDescriptor CatastrophicPattern = Warning(AnalyzerRuleIds.CatastrophicPattern, "Validation", "Pattern that can take for ever", "The pattern '{0}' matches some texts in exponentially many ways ('{1}' repeats what already repeats): a short request can occupy the server");
    public static readonly DiagnosticDescriptor RouteStricterThanModel = Warning(AnalyzerRuleIds.RouteStricterThanModel, "Validation", "Route stricter than the rule", "The route's constraint '{0}' lets less through than [{1}] on '{2}': what lies between is answered 404 without saying why");
    public static readonly DiagnosticDescriptor RulesContradict = Warning(AnalyzerRuleIds.RulesContradict, "Validation", "Rules contradict each other", "Nothing can be '{0}': {1} asks for {2} or more, and {3} for {4} or less");
    public static readonly DiagnosticDescriptor NoAuthorizationStatement = Warning(AnalyzerRuleIds.NoAuthorizationStatement, "Security", "Neither authorized nor anonymous", "'{0}' says neither [Authorize] nor [AllowAnonymous], and the application uses authorization: anyone may call it");
    public static readonly DiagnosticDescriptor FormWithoutAntiforgery = Warning(AnalyzerRuleIds.FormWithoutAntiforgery, "Security", "Form without antiforgery", "'{0}' changes state by a form, and the application uses cookies: another site can send it in a user's name; add [RequireAntiforgeryToken]");
    public static readonly DiagnosticDescriptor SqlFromText = Warning(AnalyzerRuleIds.SqlFromText, "Security", "SQL made of text", "'{0}' becomes part of an SQL command as text; pass it as a parameter");
    public static readonly DiagnosticDescriptor OpenRedirect = Warning(AnalyzerRuleIds.OpenRedirect, "Security", "Open redirect", "The redirect goes where '{0}' says, which comes with the request and may be another site; use SafeRedirect.ToLocal");
    public static readonly DiagnosticDescriptor SecretInSource = Warning(AnalyzerRuleIds.SecretInSource, "Security", "Secret in the source", "'{0}' is given a secret that stands in the source; read it from configuration or a secret store");
    public static readonly DiagnosticDescriptor PathFromInput = Warning(AnalyzerRuleIds.PathFromInput, "Security", "File path made of input", "'{0}' comes with the request and becomes part of a file's path, so it may lead anywhere ('../'); use Path.GetFileName, or look the file up by a key");
    public static readonly DiagnosticDescriptor ReflectionReachable = Warning(AnalyzerRuleIds.ReflectionReachable, "Aot", "Reflection in a handler's way", "'{0}' {1}, which native code does not have; '{2}' reaches it");

    private static DiagnosticDescriptor Warning(string id, string category, string title, string message) => Descriptor(id, category, title, message, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Info(string id, string category, string title, string message) => Descriptor(id, category, title, message, DiagnosticSeverity.Info);

    private static DiagnosticDescriptor Descriptor(string id, string category, string title, string message, DiagnosticSeverity severity) =>
        new(id, title, message, "Covet." + category, severity, isEnabledByDefault: true, helpLinkUri: RuleCatalog.HelpLink(id));
}
