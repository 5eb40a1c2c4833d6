using TechEmpower;

var builder = CovetApp.CreateBuilder(args);
builder.Services.AddCovet();
builder.Services.AddSingleton(_ => new Database(
    builder.Configuration["Postgres:Connection"]
    ?? throw new InvalidOperationException("Postgres:Connection is not set, e.g. Host=localhost;Username=benchmarkdbuser;Database=hello_world.")));

var app = builder.Build();
app.MapCovet();
app.Run();
