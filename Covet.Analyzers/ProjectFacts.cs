namespace Covet.Analyzers;

/// <summary>What the project file says.</summary>
internal static class ProjectFacts
{
    /// <summary>Whether the project is to become native code.</summary>
    public static bool IsAot(AnalyzerOptions options) => Is(options, "PublishAot") || Is(options, "IsAotCompatible") || Is(options, "EnableAotAnalyzer");

    private static bool Is(AnalyzerOptions options, string property) =>
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property." + property, out var value) && string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);
}
