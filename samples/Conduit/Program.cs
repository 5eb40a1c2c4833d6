using Conduit.Errors;
using Conduit.Health;
using Conduit.Security;
using Conduit.Stores;

var builder = CovetApp.CreateBuilder(args);
if (args is ["health", ..])
{
    return await HealthProbe.RunAsync(builder.Configuration, args is [_, "live" or "ready" or "startup", ..] ? args[1] : "ready");
}

builder.Services.AddCovet();
builder.Services.AddConduitStore(builder.Configuration);
builder.Services.AddConduitTokens(builder.Configuration);
builder.Services.AddConduitErrors();
builder.Services.AddConduitHealth(builder.Configuration);

var app = builder.Build();
app.UseExceptionHandler();
app.UseStatusCodePages();
app.UseAuthentication();
app.UseOptionalTokens();
app.UseAuthorization();
app.MapCovet();
app.MapConduitHealth();
app.Run();
return 0;
