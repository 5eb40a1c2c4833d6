using System.Security.Claims;
using BenchmarkDotNet.Attributes;
using Covet.Internal;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Covet.Benchmarks.Security;

/// <summary>A decision about a user with ten claims who may call: the generated check against ASP.NET Core's policy engine.</summary>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 3, iterationCount: 7)]
public class AuthorizationBenchmarks
{
    private readonly InlinePolicyEvaluator inline = new(inline: true);
    private AuthenticateResult authenticated = null!;
    private AuthorizationPolicy policy = null!;
    private DefaultHttpContext context = null!;

    [GlobalSetup]
    public void Setup()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddCovetAuthorization(o => o.Grant("clerk", "orders.read"));
        context = new DefaultHttpContext { RequestServices = services.BuildServiceProvider() };
        var claims = Enumerable.Range(0, 8).Select(static i => new Claim("claim" + i, "value")).Append(new Claim("scope", "mail orders")).Append(new Claim("roles", "clerk"));
        context.User = new ClaimsPrincipal(new ClaimsIdentity(claims, "Bearer", "name", "roles"));
        authenticated = AuthenticateResult.Success(new AuthenticationTicket(context.User, "Bearer"));
        policy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireRole("clerk").AddRequirements(new ScopeRequirement(["orders"])).Build();
        var check = new InlineAuthorization(
            ["user", "roles\0clerk", "scope\0orders"],
            static (user, checks) => checks.IsUser(user) && user.IsInRole("clerk") && checks.HasScope(user, "orders"));
        context.SetEndpoint(new Endpoint(null, new EndpointMetadataCollection(check), null));
    }

    [Benchmark(Baseline = true)]
    public bool Engine() => Decide(context.RequestServices.GetRequiredService<IPolicyEvaluator>());

    [Benchmark]
    public bool Inline() => Decide(inline);

    private bool Decide(IPolicyEvaluator evaluator) => evaluator.AuthorizeAsync(policy, authenticated, context, context).GetAwaiter().GetResult().Succeeded;
}
