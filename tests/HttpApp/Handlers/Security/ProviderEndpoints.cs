namespace HttpApp.Handlers;

/// <summary>What a browser meets of the provider, and what the tests ask of it.</summary>
[Handler("/security/provider")]
public static class ProviderEndpoints
{
    /// <summary>The user agrees; the answer is the code that the provider sends back.</summary>
    [Get("authorize")]
    public static string Authorize(HttpContext context, string kind) => AuthorizationServer.Authorize(context.Request.Query, kind) ?? "refused";

    [Get("asked")]
    public static int Asked() => AuthorizationServer.Asked;
}
