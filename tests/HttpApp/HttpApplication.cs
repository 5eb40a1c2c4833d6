using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.RateLimiting;

namespace HttpApp;

/// <summary>The application under test; the same whether it runs in process or as a native binary.</summary>
public static class HttpApplication
{
    public static WebApplication Create(string[] args)
    {
        var builder = CovetApp.CreateBuilder(args);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.Configuration["AllowedHosts"] = "127.0.0.1;localhost;x";
        builder.Services.AddCovet();
        var runs = 0;
        builder.Services.AddCovetOpenApi(o => o
            .AddDocumentTransformer((document, context) => document["info"]!["x-transformed"] = $"{context.DocumentName} {++runs}")
            .AddDocumentTransformer(async (document, context, cancellation) =>
            {
                await Task.Yield();
                document["info"]!["x-then"] = (string?)document["info"]!["x-transformed"] + " " + (context.Services.GetService<ErrorLog>() is not null);
            }));
        builder.Services.AddSingleton<ErrorLog>();
        builder.Services.AddSingleton<ILoggerProvider>(s => s.GetRequiredService<ErrorLog>());
        builder.Services.AddAuthentication("Header").AddScheme<AuthenticationSchemeOptions, HeaderAuthenticationHandler>("Header", null);
        builder.Services.AddAuthorizationBuilder().AddPolicy("admin", p => p.RequireRole("admin"));
        builder.Services.AddCors(o => o.AddPolicy("friends", p => p.WithOrigins("https://friend.example").WithMethods("GET", "PUT").WithHeaders("X-Custom")));
        builder.Services.AddRateLimiter(o =>
        {
            o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            o.AddPolicy("two-a-key", c => RateLimitPartition.GetFixedWindowLimiter(
                c.Request.Query["key"].ToString(),
                _ => new FixedWindowRateLimiterOptions { PermitLimit = 2, Window = TimeSpan.FromHours(1) }));
        });
        builder.Services.AddOutputCache();
        builder.Services.AddRequestTimeouts();
        builder.AddSecurity();

        var app = builder.Build();
        app.UseSecurity();
        app.UseStaticFiles();
        app.UseCors();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.UseRateLimiter();
        app.UseWhen(
            static context => !context.Request.Path.StartsWithSegments("/security", StringComparison.Ordinal),
            static branch => branch.UseRequestTimeouts());
        app.UseOutputCache();
        app.MapGet("/minimal/{name}", (RequestDelegate)(c => c.Response.WriteAsync($"minimal {c.Request.RouteValues["name"]}")));
        app.MapCovet();
        return app;
    }
}
