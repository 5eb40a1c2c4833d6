namespace HttpApp.Handlers;

/// <summary>A type that binds itself from the whole request.</summary>
public sealed class ClientVersion
{
    public string Text { get; private init; } = "";

    public static ValueTask<ClientVersion?> BindAsync(HttpContext context) =>
        ValueTask.FromResult<ClientVersion?>(new ClientVersion { Text = context.Request.Headers["X-Client"].ToString() });
}
