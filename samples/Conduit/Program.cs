using Conduit.Errors;
using Conduit.Health;
using Conduit.Security;
using Conduit.Stores;

var builder = CovetApp.CreateBuilder(args);
builder.Services.AddCovet();
builder.Services.AddConduitStore(builder.Configuration);
builder.Services.AddConduitTokens(builder.Configuration);
builder.Services.AddConduitErrors();
builder.Services.AddConduitHealth(builder.Configuration);

var app = builder.Build();
app.UseExceptionHandler();
app.UseAuthentication();
app.UseAuthorization();
app.MapCovet();
app.MapConduitHealth();
app.Run();
