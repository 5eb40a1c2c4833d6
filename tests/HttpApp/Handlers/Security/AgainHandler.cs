namespace HttpApp.Handlers;

/// <summary>An endpoint that refuses a body, after which <see cref="AgainEndpoints"/> are selected.</summary>
[Handler("/security/again")]
public static class AgainHandler
{
    [Post("first/{then}")]
    [RequestSizeLimit(100)]
    public static string First(string then) => "never for " + then;
}
