namespace Covet.Generators.Rules;

/// <summary>The IDs of all rules. CVT00: generator; 01: routing; 02: binding; 03: services; 04: results; 05: JSON;
/// 06: validation; 07: security; 08: AOT; 09: the OpenAPI contract.</summary>
internal static class RuleIds
{
    /// <summary>Something that the generator cannot make, with the reason.</summary>
    public const string NotGenerated = "CVT0001";

    public const string MalformedTemplate = "CVT0101";
    public const string RouteParameterMissing = "CVT0103";
    public const string DuplicateRoute = "CVT0104";
    public const string HandlerUnreachable = "CVT0105";
    public const string VerbOutsideHandler = "CVT0106";
    public const string InvalidHttpMethod = "CVT0107";
    public const string AmbiguousRoutes = "CVT0108";
    public const string UnreachableRoute = "CVT0109";
    public const string UnknownConstraint = "CVT0110";
    public const string ConstraintArguments = "CVT0111";
    public const string MisplacedParameter = "CVT0112";
    public const string MvcRoute = "CVT0113";

    public const string ParameterUnbound = "CVT0201";
    public const string TwoBodies = "CVT0202";
    public const string BodyAndForm = "CVT0203";
    public const string ParameterTypeUnsupported = "CVT0204";
    public const string ParameterByReference = "CVT0205";
    public const string BindAsyncSignature = "CVT0206";
    public const string AsyncVoid = "CVT0207";
    public const string GenericMethod = "CVT0208";
    public const string MethodInaccessible = "CVT0209";
    public const string TryParseSignature = "CVT0210";

    public const string ServiceConstructor = "CVT0301";
    public const string ServiceType = "CVT0302";

    public const string ReturnTypeUnsupported = "CVT0401";

    public const string JsonTypeUnsupported = "CVT0501";
    public const string JsonCannotBeRead = "CVT0502";
    public const string JsonDictionaryKey = "CVT0503";
    public const string JsonNameConflict = "CVT0504";
    public const string JsonConverterInvalid = "CVT0505";
    public const string JsonPolymorphismInvalid = "CVT0506";
    public const string JsonAttributeInvalid = "CVT0507";
    public const string JsonConstructorParameter = "CVT0508";

    /// <summary>A validation rule that cannot be generated, with the reason.</summary>
    public const string ValidationRuleUnsupported = "CVT0601";

    public const string ValidatedMemberUnreachable = "CVT0602";

    public const string FilterUnusable = "CVT0701";
    public const string FilterConstructor = "CVT0702";
    public const string LimitInvalid = "CVT0703";

    /// <summary>The build cannot write the document; reported by the build's own task.</summary>
    public const string OpenApiFile = "CVT0900";

    public const string ContractPathRemoved = "CVT0901";
    public const string ContractOperationRemoved = "CVT0902";
    public const string ContractResponseRemoved = "CVT0903";
    public const string ContractPropertyRemoved = "CVT0904";
    public const string ContractTypeChanged = "CVT0905";
    public const string ContractRequiredInput = "CVT0906";
    public const string ContractContentTypeRemoved = "CVT0907";
    public const string ContractSecurityAdded = "CVT0908";
    public const string ContractBaselineUnreadable = "CVT0909";
}
