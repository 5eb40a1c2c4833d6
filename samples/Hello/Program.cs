var builder = CovetApp.CreateBuilder(args);
builder.Services.AddCovet();
var app = builder.Build();
app.MapCovet();
app.Run();

[Handler("/hello")]
public static class HelloHandler
{
    [Get("{name}")]
    public static string Greet(string name) => $"Hello, {name}!";
}
