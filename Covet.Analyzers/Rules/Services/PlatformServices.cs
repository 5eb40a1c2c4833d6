namespace Covet.Analyzers.Rules.Services;

/// <summary>Services of the platform that a builder of Covet does not bring, with the calls that do.</summary>
internal static class PlatformServices
{
    /// <summary>The services by their full names; the first call is the one to recommend.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Calls = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["Microsoft.AspNetCore.Http.IHttpContextAccessor"] = ["AddHttpContextAccessor", "AddIdentity", "AddIdentityCore", "AddDefaultIdentity", "AddIdentityApiEndpoints", "AddMvc", "AddControllersWithViews", "AddRazorPages", "AddRazorComponents", "AddServerSideBlazor"],
        ["System.Net.Http.IHttpClientFactory"] = ["AddHttpClient", "ConfigureHttpClientDefaults"],
        ["System.Net.Http.HttpClient"] = ["AddHttpClient", "ConfigureHttpClientDefaults"],
        ["Microsoft.Extensions.Caching.Memory.IMemoryCache"] = ["AddMemoryCache", "AddHybridCache", "AddResponseCaching", "AddMvc", "AddControllersWithViews", "AddRazorPages", "AddRazorComponents", "AddDbContext", "AddDbContextPool", "AddDbContextFactory", "AddPooledDbContextFactory"],
        ["Microsoft.Extensions.Caching.Distributed.IDistributedCache"] = ["AddDistributedMemoryCache", "AddStackExchangeRedisCache", "AddDistributedSqlServerCache", "AddCovetSession", "AddMvc", "AddControllersWithViews", "AddRazorPages"],
        ["Microsoft.AspNetCore.DataProtection.IDataProtectionProvider"] = ["AddDataProtection", "AddAuthentication", "AddCovetKeyRing", "AddCovetCookie", "AddCovetOAuth", "AddCovetOpenId", "AddAntiforgery", "AddSession", "AddIdentity", "AddIdentityCore", "AddDefaultIdentity", "AddIdentityApiEndpoints", "AddMvc", "AddControllersWithViews", "AddRazorPages", "AddRazorComponents"],
        ["Microsoft.Extensions.Localization.IStringLocalizerFactory"] = ["AddLocalization", "AddViewLocalization", "AddDataAnnotationsLocalization"],
        ["Microsoft.Extensions.Localization.IStringLocalizer"] = ["AddLocalization", "AddViewLocalization", "AddDataAnnotationsLocalization"],
        ["Microsoft.Extensions.Diagnostics.HealthChecks.HealthCheckService"] = ["AddHealthChecks"],
        ["Microsoft.AspNetCore.OutputCaching.IOutputCacheStore"] = ["AddOutputCache"],
        ["Microsoft.AspNetCore.SignalR.IHubContext"] = ["AddSignalR"],
    };

    /// <summary>Whether an assembly is the platform's or Covet's own, which register by means of their own.</summary>
    public static bool Has(IAssemblySymbol assembly) =>
        assembly.Name.StartsWith("Microsoft.", StringComparison.Ordinal) || assembly.Name.StartsWith("System.", StringComparison.Ordinal) || assembly.Name is "System" or "Covet.Runtime";

    /// <summary>The calls of which one registers the service; null where it is there anyway, or not known.</summary>
    public static string[]? Registering(INamedTypeSymbol service) =>
        service.ContainingType is null && Calls.TryGetValue(service.ContainingNamespace.ToDisplayString() + "." + service.Name, out var calls) ? calls : null;
}
