using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using MinimalApiPeer;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, PeerJson.Default));

// Authentication costs something on every request, so it is there only for the workload that needs it.
var auth = Environment.GetEnvironmentVariable("AUTH") == "1";
if (auth)
{
    builder.Services.AddAuthorization();
    builder.Services.AddAuthentication("Bearer").AddScheme<BearerOptions, BearerHandler>("Bearer", null);
}

var app = builder.Build();
var products = Catalog.Products();

app.MapGet("/plaintext", () => "Hello, World!");
app.MapGet("/json", () => new Message("Hello, World!"));
app.MapGet("/users/{id:int}", (int id) => new User(id, "user " + id));
app.MapGet("/products", () => products);
app.MapPost("/orders", Results<Ok<Receipt>, ValidationProblem> (Order order) =>
{
    var errors = OrderValidation.Validate(order);
    if (errors is not null)
    {
        return TypedResults.ValidationProblem(errors);
    }

    long total = 0;
    var count = 0;
    foreach (var line in order.Lines)
    {
        count += line.Count;
        total += (long)line.Count * line.Cents;
    }

    return TypedResults.Ok(new Receipt(order.Customer, count, total));
});
if (auth)
{
    app.MapGet("/me", (ClaimsPrincipal user) => new Me(user.Identity!.Name!)).RequireAuthorization();
}

#if MANY_ROUTES
ManyRoutes.Map(app);
#endif

app.Run();
