var builder = CovetApp.CreateBuilder(args);
builder.Services.AddCovet();

var app = builder.Build();
app.MapCovet();
app.Run();
