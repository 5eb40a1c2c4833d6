using System.Text;
using Covet;
using CovetSide;

var builder = CovetApp.CreateBuilder(args);
builder.Logging.ClearProviders();
builder.Services.AddCovet();
builder.Services.AddSingleton(Catalog.Products());

// Authentication costs something on every request, so it is there only for the workload that needs it, as on the other sides.
if (Environment.GetEnvironmentVariable("AUTH") == "1")
{
    builder.Services.AddCovetAuthorization();
    builder.Services.AddCovetAuthentication("Bearer").AddCovetJwtBearer(options =>
    {
        options.Issuer = "covet-bench";
        options.Audience = "covet-bench";
        options.Keys.Add(JwtKey.FromSecret(Encoding.UTF8.GetBytes("a-key-for-benchmarks-only-32-byte")));
    });
}

var app = builder.Build();
app.MapCovet();
app.Run();
