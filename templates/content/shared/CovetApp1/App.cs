namespace CovetApp1;

/// <summary>The application; tests build it as the program does.</summary>
public static class App
{
    public static WebApplication Build(string[] args)
    {
        var builder = CovetApp.CreateBuilder(args);
        builder.Services.AddCovet();
        var app = builder.Build();
        app.MapCovet();
        return app;
    }
}
