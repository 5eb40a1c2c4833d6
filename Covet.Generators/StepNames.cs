namespace Covet.Generators;

/// <summary>The names of the pipeline's steps; tests prove the caching of each.</summary>
internal static class StepNames
{
    public const string Analyzers = "Analyzers";
    public const string Modules = "Modules";
    public const string Assembly = "Assembly";
    public const string HandlerSpecs = "HandlerSpecs";
    public const string Endpoints = "Endpoints";
    public const string CrowdedEndpoints = "CrowdedEndpoints";
    public const string CrowdedTypes = "CrowdedTypes";
    public const string CrowdedValidators = "CrowdedValidators";
    public const string Types = "Types";
    public const string JsonTypes = "JsonTypes";
    public const string ValidatedTypes = "ValidatedTypes";
    public const string ServiceSpecs = "ServiceSpecs";
    public const string ApplicationViews = "ApplicationViews";
    public const string Application = "Application";
    public const string RouteFindings = "RouteFindings";
    public const string JsonModels = "JsonModels";
    public const string JsonRegistry = "JsonRegistry";
    public const string JsonCallTypes = "JsonCallTypes";
    public const string JsonCallsAllowed = "JsonCallsAllowed";
    public const string JsonSettings = "JsonSettings";
    public const string Documents = "Documents";
    public const string OpenApiFragments = "OpenApiFragments";
    public const string OpenApiDocIds = "OpenApiDocIds";
    public const string OpenApiProperties = "OpenApiProperties";
    public const string OpenApiAssembly = "OpenApiAssembly";
    public const string OpenApiBaselines = "OpenApiBaselines";
    public const string OpenApiChanges = "OpenApiChanges";
    public const string OpenApiTexts = "OpenApiTexts";
    public const string Permissions = "Permissions";
    public const string LibraryPermissions = "LibraryPermissions";
    public const string PermissionList = "PermissionList";
    public const string OpenApiLibraries = "OpenApiLibraries";

    /// <summary>
    /// Steps whose results hold places in the source, which every edit above them moves. What goes on from them to an
    /// emitter is a step of its own, without places; that one is what caching is asked of.
    /// </summary>
    public static class WithPlaces
    {
        public const string Handlers = "Handlers";
        public const string Declarations = "Declarations";
        public const string JsonCalls = "JsonCalls";
        public const string Services = "Services";
        public const string Diagnostics = "Diagnostics";
    }
}
