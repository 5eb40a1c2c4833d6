namespace HttpApp.Handlers;

/// <summary>Stands where the forwarded headers of this machine are not believed.</summary>
[Handler("/wary")]
public static class WaryHandler
{
    [Get("who")]
    public static string Who(HttpContext context) => SecurityHandler.Who(context);
}
