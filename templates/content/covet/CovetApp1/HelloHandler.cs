namespace CovetApp1;

/// <summary>Says hello.</summary>
[Handler("/hello")]
public static class HelloHandler
{
    /// <summary>Greets by name.</summary>
    [Get("{name}")]
    public static string Greet(string name) => $"Hello, {name}!";
}
