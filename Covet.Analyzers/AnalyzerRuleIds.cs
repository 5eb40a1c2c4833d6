namespace Covet.Analyzers;

/// <summary>The IDs of the rules that analyzers alone know; those that block generation are in the generator's <c>RuleIds</c>, numbered below 20 in each group.</summary>
internal static class AnalyzerRuleIds
{
    public const string RouteParameterUnused = "CVT0120";
    public const string RouteParameterTypo = "CVT0121";
    public const string ConstraintContradictsType = "CVT0122";
    public const string BodyOnGet = "CVT0123";

    public const string DefaultRefused = "CVT0221";
    public const string BlockingCall = "CVT0222";
    public const string TokenNotPassed = "CVT0223";
    public const string ContextCaptured = "CVT0224";

    public const string ServiceNotRegistered = "CVT0320";
    public const string ScopedInSingleton = "CVT0321";
    public const string ServiceCycle = "CVT0322";
    public const string InstanceNotDisposed = "CVT0323";

    public const string StatusNotDeclared = "CVT0420";
    public const string ResultNotDescribed = "CVT0421";
    public const string StatusWithTwoBodies = "CVT0422";
    public const string NeverNull = "CVT0423";

    public const string MemberNotRead = "CVT0520";
    public const string NoDerivedTypes = "CVT0521";
    public const string BackReference = "CVT0522";
    public const string ReflectionSerializer = "CVT0523";
    public const string NoDiscriminator = "CVT0524";
    public const string NoCodec = "CVT0525";

    public const string CatastrophicPattern = "CVT0620";
    public const string RouteStricterThanModel = "CVT0621";
    public const string RulesContradict = "CVT0622";

    public const string NoAuthorizationStatement = "CVT0720";
    public const string FormWithoutAntiforgery = "CVT0721";
    public const string SqlFromText = "CVT0722";
    public const string OpenRedirect = "CVT0723";
    public const string SecretInSource = "CVT0724";
    public const string PathFromInput = "CVT0725";

    public const string ReflectionReachable = "CVT0820";
}
