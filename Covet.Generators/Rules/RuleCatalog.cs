using Microsoft.CodeAnalysis;

namespace Covet.Generators.Rules;

/// <summary>The descriptor of every rule that blocks generation, by ID; the analyzers report the same descriptors.</summary>
internal static class RuleCatalog
{
    private const string HelpUri = "https://github.com/covet-dev/covet/blob/main/docs/rules/{0}.md";

    private static readonly Dictionary<string, DiagnosticDescriptor> Descriptors = new DiagnosticDescriptor[]
    {
        Error(RuleIds.NotGenerated, "Generator", "Not generated", "{0}"),
        Error(RuleIds.MalformedTemplate, "Routing", "Malformed route template", "The route template '{0}' is malformed: {1}"),
        Error(RuleIds.RouteParameterMissing, "Routing", "No such route parameter", "The parameter '{0}' is bound from the route, but the template '{1}' has no parameter of that name"),
        Error(RuleIds.HandlerUnreachable, "Routing", "Handler cannot be reached", "The handler '{0}' cannot be called: {1}"),
        Error(RuleIds.VerbOutsideHandler, "Routing", "Verb attribute outside a handler", "The method '{0}' has a verb attribute, but its class is not marked [Handler]; mark the class or make the method static"),
        Error(RuleIds.InvalidHttpMethod, "Routing", "Invalid HTTP method", "'{0}' is not an HTTP method: it must be a token of RFC 9110, section 5.6.2"),
        Error(RuleIds.UnknownConstraint, "Routing", "Unknown route constraint", "The route template '{0}' has an unknown constraint: {1}"),
        Error(RuleIds.ConstraintArguments, "Routing", "Route constraint not usable", "The route template '{0}' has a constraint that cannot work: {1}"),
        Error(RuleIds.MisplacedParameter, "Routing", "Optional or catch-all parameter in the wrong place", "The route template '{0}' has a parameter in the wrong place: {1}"),
        Error(RuleIds.MvcRoute, "Routing", "Routing attribute of MVC", "[{0}] on '{1}' is MVC's, and makes no endpoint of a handler; {2}"),
        Error(RuleIds.DuplicateRoute, "Routing", "Routes conflict", "{0}"),
        Error(RuleIds.AmbiguousRoutes, "Routing", "Routes are ambiguous", "{0}"),
        Warning(RuleIds.UnreachableRoute, "Routing", "Route is never reached", "{0}"),
        Error(RuleIds.ParameterUnbound, "Binding", "Nothing binds the parameter", "Nothing binds the parameter '{0}' of type '{1}': {2}"),
        Error(RuleIds.TwoBodies, "Binding", "Two bodies", "The parameters '{0}' and '{1}' both read the request's body, which can be read once; merge them into one type, or bind one from elsewhere"),
        Error(RuleIds.BodyAndForm, "Binding", "Body and form", "The parameter '{0}' reads the body and '{1}' the form, but a request has one body; use [FromForm] for both or neither"),
        Error(RuleIds.ParameterTypeUnsupported, "Binding", "Parameter type not supported", "The parameter '{0}' of type '{1}' cannot be bound from {2}: {3}"),
        Error(RuleIds.ParameterByReference, "Binding", "Parameter by reference", "The parameter '{0}' is passed by reference or is a ref struct, which no request can be bound to"),
        Error(RuleIds.BindAsyncSignature, "Binding", "BindAsync has another signature", "The type '{0}' has a BindAsync, but not 'public static ValueTask<{0}?> BindAsync(HttpContext context)': a ParameterInfo would need reflection"),
        Error(RuleIds.TryParseSignature, "Binding", "TryParse has another signature", "The type '{0}' has a TryParse, but not 'public static bool TryParse(string? text, out {0} value)', with an IFormatProvider between them or without"),
        Error(RuleIds.AsyncVoid, "Binding", "async void", "The method '{0}' is async void, so that its end and its exceptions are lost; return Task"),
        Error(RuleIds.GenericMethod, "Binding", "Generic method", "The method '{0}' is generic, and no request says which types it is called with"),
        Error(RuleIds.MethodInaccessible, "Binding", "Method not accessible", "The method '{0}' has a verb attribute, but generated code cannot call it; make it a public or internal method of a class"),
        Error(RuleIds.ServiceConstructor, "Services", "No usable constructor", "The class '{0}' has no constructor that Covet can choose: {1}"),
        Error(RuleIds.ServiceType, "Services", "Not an implementation", "The class '{0}' cannot be registered as '{1}': {2}"),
        Error(RuleIds.ReturnTypeUnsupported, "Results", "Return type not supported", "The method '{0}' returns '{1}', which Covet cannot write: {2}"),
        Error(RuleIds.JsonTypeUnsupported, "Json", "Type not supported in JSON", "{0} has the type '{1}', which has no JSON form: {2}"),
        Error(RuleIds.JsonCannotBeRead, "Json", "Type cannot be read from JSON", "The type '{0}' cannot be read from JSON: {1}"),
        Error(RuleIds.JsonDictionaryKey, "Json", "Dictionary key not supported", "The type '{0}' has keys of the type '{1}', which cannot be names in JSON; use a string, number, GUID, date or enum, or give the type a JsonConverter"),
        Error(RuleIds.JsonNameConflict, "Json", "JSON names collide", "The members '{0}' and '{1}' of '{2}' both have the JSON name '{3}'; give one of them another [JsonPropertyName], or mark it [JsonIgnore]"),
        Error(RuleIds.JsonConverterInvalid, "Json", "Converter not usable", "The converter '{0}' on {1} cannot be used: {2}"),
        Error(RuleIds.JsonPolymorphismInvalid, "Json", "Derived types not usable", "The derived types of '{0}' cannot be used: {1}"),
        Error(RuleIds.JsonAttributeInvalid, "Json", "JSON attribute not usable", "The attribute [{0}] on {1} cannot be used: {2}"),
        Error(RuleIds.JsonConstructorParameter, "Json", "Constructor parameter without a member", "The constructor of '{0}' has the parameter '{1}', but no public property or included field of that name and type; rename one of them, or mark another constructor [JsonConstructor]"),
        Error(RuleIds.ValidationRuleUnsupported, "Validation", "Rule not supported", "{0} on '{1}' cannot be checked: {2}"),
        Error(RuleIds.ValidatedMemberUnreachable, "Validation", "Validated member not accessible", "'{0}' has validation rules, but generated code cannot read it; give it a public or internal getter"),
        Error(RuleIds.FilterUnusable, "Security", "Filter not usable", "The filter '{0}' cannot stand around '{1}': {2}"),
        Error(RuleIds.FilterConstructor, "Security", "Filter cannot be made", "The filter '{0}' cannot be made: {1}"),
        Error(RuleIds.LimitInvalid, "Security", "Limit not usable", "[{0}] cannot limit '{1}': {2}"),
        Contract(RuleIds.ContractPathRemoved, "Path removed"),
        Contract(RuleIds.ContractOperationRemoved, "Operation removed"),
        Contract(RuleIds.ContractResponseRemoved, "Response removed"),
        Contract(RuleIds.ContractPropertyRemoved, "Property or parameter removed"),
        Contract(RuleIds.ContractTypeChanged, "Type changed incompatibly"),
        Contract(RuleIds.ContractRequiredInput, "New required input"),
        Contract(RuleIds.ContractContentTypeRemoved, "Content type removed"),
        Contract(RuleIds.ContractSecurityAdded, "Authentication added"),
        Contract(RuleIds.ContractBaselineUnreadable, "Baseline cannot be read"),
    }.ToDictionary(descriptor => descriptor.Id);

    /// <summary>The rules of the source, which analyzers report: all but the generator's own and those of the contract.</summary>
    public static IEnumerable<DiagnosticDescriptor> OfTheSource => Descriptors.Values.Where(static rule => rule.Category is not ("Covet.Generator" or "Covet.Contract"));

    /// <summary>The descriptors of all rules.</summary>
    public static IEnumerable<DiagnosticDescriptor> All => Descriptors.Values;

    /// <summary>The address of a rule's page.</summary>
    public static string HelpLink(string id) => string.Format(System.Globalization.CultureInfo.InvariantCulture, HelpUri, id);

    /// <summary>The descriptor of a rule.</summary>
    public static DiagnosticDescriptor Get(string id) => Descriptors[id];

    /// <summary>The text of a rule with its arguments filled in.</summary>
    public static string Format(string id, IEnumerable<string> arguments) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, Get(id).MessageFormat.ToString(System.Globalization.CultureInfo.InvariantCulture), [.. arguments]);

    // A project decides with severities in .editorconfig which breaks of the contract stop its build.
    private static DiagnosticDescriptor Contract(string id, string title) => Warning(id, "Contract", title, "{0}");

    private static DiagnosticDescriptor Error(string id, string category, string title, string message) => Descriptor(id, category, title, message, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Warning(string id, string category, string title, string message) => Descriptor(id, category, title, message, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Descriptor(string id, string category, string title, string message, DiagnosticSeverity severity) => new(
        id,
        title,
        message,
        "Covet." + category,
        severity,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(id));
}
