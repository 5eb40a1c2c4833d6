namespace HttpApp.Handlers;

[Scoped<IGreeter>]
public sealed class Greeter : IGreeter
{
    public string Greet(string name) => $"hello {name}";
}

[Singleton<IGreeter>(Key = "polite")]
public sealed class PoliteGreeter : IGreeter
{
    public string Greet(string name) => $"good day {name}";
}
