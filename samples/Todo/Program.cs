var builder = CovetApp.CreateBuilder(args);
builder.Services.AddCovet();

var app = builder.Build();
app.UseSwaggerUI(ui => ui.SwaggerEndpoint("/openapi/v1.json", "Todo"));    // at /swagger
app.UseReDoc(page => { page.SpecUrl("/openapi/v1.json"); page.IndexStream = OfflinePages.ReDoc; });    // at /api-docs
app.MapCovet();
app.Run();
