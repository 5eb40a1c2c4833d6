using Covet.Internal;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Covet;

/// <summary>The start of a Covet application.</summary>
public static class CovetApp
{
    /// <summary>
    /// Makes a builder: ASP.NET Core's slim one, which holds what a native binary needs (Kestrel, configuration from
    /// <c>appsettings.json</c>, the environment and the command line, logging to the console). Every extension of
    /// ASP.NET Core works on it; HTTPS endpoints in configuration need <c>builder.WebHost.UseKestrelHttpsConfiguration()</c>.
    /// </summary>
    /// <param name="args">The command line. Besides configuration (<c>--urls http://localhost:5000</c>) it may begin with
    /// a command, which runs in <c>MapCovet()</c> and ends the program: <c>routes</c> prints the route table, <c>permissions</c> who asks for which permission,
    /// <c>openapi [name]</c> prints an OpenAPI document.</param>
    /// <example>
    /// <code>
    /// var builder = CovetApp.CreateBuilder(args);
    /// builder.Services.AddCovet();
    /// var app = builder.Build();
    /// app.MapCovet();
    /// app.Run();
    /// </code>
    /// </example>
    public static WebApplicationBuilder CreateBuilder(params string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Services.AddSingleton(new CovetCommand(args));
        return builder;
    }
}
