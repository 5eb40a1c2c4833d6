using System.Security.Claims;
using Covet;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CovetSide;

[Handler]
internal static class BenchHandler
{
    [Get("plaintext")]
    public static string Plaintext() => "Hello, World!";

    [Get("json")]
    public static Message Json() => new("Hello, World!");

    // Paths of one shape: what is compared is the filters, and not the way to them.
    [Get("filters/0")]
    public static Message Unfiltered() => new("Hello, World!");

    [Get("filters/1"), Filter<PassFilter>]
    public static Message Passed() => new("Hello, World!");

    [Get("filters/2"), Filter<AwaitFilter>]
    public static Message Awaited() => new("Hello, World!");

    [Get("filters/3"), Filter<PlainEndpointFilter>]
    public static Message FilteredAsInMinimalApi() => new("Hello, World!");

    [Get("filters/4"), Filter<PassFilter>, Filter<AwaitFilter>, Filter<PassFilter>, Filter<AwaitFilter>]
    public static Message FilteredFourTimes() => new("Hello, World!");

    // The control: what two paths differ by that do the same.
    [Get("filters/9")]
    public static Message UnfilteredAgain() => new("Hello, World!");

    [Get("limited"), RateLimit(2_000_000_000, per: "1d", By = "ip", Algorithm = RateLimitAlgorithm.FixedWindow)]
    public static Message Limited() => new("Hello, World!");

    [Get("users/{id:int}")]
    public static User Find(int id) => new(id, "user " + id);

    [Get("products")]
    public static Product[] List([FromServices] Product[] products) => products;

    [Get("me"), Authorize]
    public static Me Me(ClaimsPrincipal user) => new(user.FindFirst("sub")!.Value);

    [Post("orders")]
    public static Receipt Post(Order body)
    {
        long total = 0;
        var count = 0;
        foreach (var line in body.Lines)
        {
            count += line.Count;
            total += (long)line.Count * line.Cents;
        }

        return new Receipt(body.Customer, count, total);
    }
}
