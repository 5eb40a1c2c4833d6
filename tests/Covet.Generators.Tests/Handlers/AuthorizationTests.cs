using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Covet.Generators.Tests.Handlers;

/// <summary>Authorization that is generated, against ASP.NET Core's own over the same endpoints and users.</summary>
public sealed class AuthorizationTests(ITestOutputHelper output)
{
    // Each is an endpoint; together they hold every attribute, alone and with others, and what must not be inline.
    private static readonly string[] Combinations =
    [
        "[Authorize]",
        "[Authorize(Roles = \"a\")]",
        "[Authorize(Roles = \" a , b,, c\")]",
        "[Authorize(Roles = \"a\"), Authorize(Roles = \"b,c\")]",
        "[Authorize, Authorize(Roles = \"b\")]",
        "[RequireClaim(\"c\")]",
        "[RequireClaim(\"C\", \"x\", \"y\")]",
        "[RequireClaim(\"c\", \"x\"), RequireClaim(\"d\", \"x\")]",
        "[RequireScope(\"s\", \"t\")]",
        "[RequireScope(\"s\"), RequireScope(\"t\")]",
        "[RequirePermission(\"p\")]",
        "[RequirePermission(\"p\", \"q\"), Authorize(Roles = \"a\")]",
        "[RequireScope(\"s\", Roles = \"a\")]",
        "[RequireClaim(\"c\", \"with \\\"quotes\\\" and \\\\\")]",
        "[Authorize(\"policy\")]",
        "[Authorize(Policy = \"policy\", Roles = \"a\"), RequireScope(\"s\")]",
        "[Authorize(Roles = \"a\"), AllowAnonymous]",
        "[Own]",
    ];

    private static readonly string Program = """
        using Covet;
        public sealed class OwnAttribute : AuthorizeAttribute, IAuthorizationRequirementData
        {
            public IEnumerable<IAuthorizationRequirement> GetRequirements() => [new Microsoft.AspNetCore.Authorization.Infrastructure.NameAuthorizationRequirement("ada")];
        }

        """ + "[Handler] public static class H {\n"
        + string.Concat(Combinations.Select((attributes, i) => $"[Get(\"{i}\")] {attributes} public static string M{i}() => \"in\";\n")) + "}";

    [Fact]
    public async Task Whoever_calls_the_outcome_is_that_of_the_policy_engine()
    {
        var seed = Seed.Value;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var inlineLog = new EngineLog();
        await using var inline = await StartAsync(inlineLog);
        await using var engine = await StartAsync(new EngineLog(), services => services.AddSingleton<IPolicyEvaluator, PolicyEvaluator>());
        var outcomes = new HashSet<(int, HttpStatusCode)>();
        for (var round = 0; round < 120; round++)
        {
            var user = RandomUser(random);
            for (var i = 0; i < Combinations.Length; i++)
            {
                var (own, theirs) = (await AskAsync(inline, i, user), await AskAsync(engine, i, user));
                Assert.True(own == theirs, $"seed {seed}, {Combinations[i]}, user {user}: {own} and {theirs}");
                outcomes.Add((i, own.Status));
            }
        }

        // Every endpoint both let in and refused someone, but for the one that anyone may call.
        Assert.All(Enumerable.Range(0, Combinations.Length).Where(i => !Combinations[i].Contains("AllowAnonymous", StringComparison.Ordinal)), i =>
        {
            Assert.Contains((i, HttpStatusCode.OK), outcomes);
            Assert.Contains((i, HttpStatusCode.Unauthorized), outcomes);
        });
    }

    [Fact]
    public async Task Whom_the_generated_check_lets_pass_does_not_meet_the_engine()
    {
        var log = new EngineLog();
        await using var app = await StartAsync(log);
        const string user = "role=a;role=b;c=x;d=x;scope=s t;permissions=p;c=with \"quotes\" and \\";
        for (var i = 0; i < 14; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await AskAsync(app, i, user)).Status);
        }

        Assert.Equal(0, log.Decisions);
        await AskAsync(app, 1, "role=z");
        Assert.Equal(1, log.Decisions);
        await AskAsync(app, 14, user);
        Assert.Equal(2, log.Decisions);
    }

    [Fact]
    public async Task What_the_application_adds_is_not_passed_by()
    {
        const string user = "role=a";
        await using (var handler = await StartAsync(new EngineLog(), services => services.AddSingleton<IAuthorizationHandler, Refuser>()))
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await AskAsync(handler, 1, user)).Status);
        }

        await using (var byDefault = await StartAsync(new EngineLog(), services => services.AddAuthorizationBuilder().SetDefaultPolicy(new AuthorizationPolicyBuilder().RequireClaim("banned", "no").Build())))
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await AskAsync(byDefault, 0, user)).Status);
            Assert.Equal(HttpStatusCode.OK, (await AskAsync(byDefault, 0, user + ";banned=no")).Status);
            Assert.Equal(HttpStatusCode.OK, (await AskAsync(byDefault, 1, user)).Status);
        }

        await using (var off = await StartAsync(new EngineLog(), services => services.Configure<CovetAuthorizationOptions>(o => o.InlineChecks = false)))
        {
            Assert.Equal(HttpStatusCode.OK, (await AskAsync(off, 1, user)).Status);
        }

        await using var own = await StartAsync(new EngineLog(), services => services.AddSingleton<IAuthorizationService, Nobody>());
        Assert.Equal(HttpStatusCode.Forbidden, (await AskAsync(own, 1, user)).Status);
    }

    [Fact]
    public void A_policy_that_asks_for_more_than_the_attributes_is_not_passed_by()
    {
        var policy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireRole("a").Build();
        var more = new AuthorizationPolicyBuilder(policy).RequireClaim("x").Build();
        var inline = new Covet.Internal.InlineAuthorization(["user", "roles\0a"], static (_, _) => true);
        Assert.True(inline.Covers(policy));
        Assert.False(inline.Covers(more));
        Assert.False(inline.Covers(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build()));
        Assert.False(inline.Covers(new AuthorizationPolicyBuilder(policy).RequireAssertion(_ => false).Build()));
        Assert.True(inline.Covers(policy));
    }

    [Fact]
    public void The_permissions_of_an_application_and_of_its_libraries_are_a_list()
    {
        var library = GeneratorTestHelper.CompileLibrary("Lib", """
            using Covet;
            namespace Lib;
            [Handler("l"), RequirePermission("stock.read", "stock.admin")] public sealed class StockHandler { [Get] public string Get() => ""; [Post, RequirePermission("stock.write")] public void Set() { } }
            """);
        GeneratorTestHelper.Verify(
            """
            using Covet;
            namespace Shop;
            [Handler("o")]
            public sealed class OrderHandler
            {
                [Get, RequirePermission("orders.read")] public string Get() => string.Join(",", CovetPermissions.All);
                [Delete, RequirePermission("orders.\"cancel\"", "stock.admin"), Authorize(Roles = "clerk"), RequireScope("orders")] public void Cancel() { }
            }
            """,
            files: name => name is "CovetPermissions.g.cs" or "CovetModule.g.cs" || name.Contains("Cancel", StringComparison.Ordinal),
            references: [library]);
    }

    private static async Task<(HttpStatusCode Status, string Body, string Challenge)> AskAsync(GeneratedApp app, int endpoint, string user)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/{endpoint}");
        request.Headers.TryAddWithoutValidation("X-Claims", user);
        using var response = await app.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (response.StatusCode, body.Split("\"traceId\"")[0], string.Join("|", response.Headers.WwwAuthenticate));
    }

    private static string RandomUser(Random random)
    {
        if (random.Next(6) == 0)
        {
            return "";
        }

        string[] claims = ["role=a", "role=b", "role=c", "role=A", "c=x", "c=y", "c=z", "C=x", "d=x", "scope=s", "scope=t s", "scope=st", "scp=t", "permissions=p", "permissions=q", "permissions=P", "role=manager", "name=ada", "c=with \"quotes\" and \\", "policy=yes", "anonymous=1"];
        return string.Join(";", claims.Where(_ => random.Next(2) == 0).DefaultIfEmpty("z=z"));
    }

    private static Task<GeneratedApp> StartAsync(EngineLog log, Action<IServiceCollection>? more = null) => GeneratedApp.StartAsync(Program, builder => Configure(builder, log, more), app =>
    {
        app.UseAuthentication();
        app.UseAuthorization();
    });

    private static void Configure(WebApplicationBuilder builder, EngineLog log, Action<IServiceCollection>? more)
    {
        builder.Logging.AddProvider(log);
        builder.Logging.AddFilter<EngineLog>("Microsoft.AspNetCore.Authorization", LogLevel.Trace);
        builder.Services.AddAuthentication("Claims").AddScheme<AuthenticationSchemeOptions, ClaimsHandler>("Claims", null);
        builder.Services.AddCovetAuthorization(o => o.Grant("manager", "p", "other"));
        builder.Services.AddAuthorizationBuilder().AddPolicy("policy", p => p.RequireClaim("policy", "yes"));
        more?.Invoke(builder.Services);
    }

    /// <summary>Counts what ASP.NET Core's authorization service decided.</summary>
    private sealed class EngineLog : ILoggerProvider, ILogger
    {
        public int Decisions { get; private set; }

        public ILogger CreateLogger(string categoryName) => categoryName.StartsWith("Microsoft.AspNetCore.Authorization.DefaultAuthorizationService", StringComparison.Ordinal) ? this : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Decisions++;

        public void Dispose()
        {
        }
    }

    private sealed class ClaimsHandler(Microsoft.Extensions.Options.IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, System.Text.Encodings.Web.UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            var header = Request.Headers["X-Claims"].ToString();
            if (header.Length == 0)
            {
                return Task.FromResult(AuthenticateResult.NoResult());
            }

            var claims = header.Split(';').Select(pair => pair.Split('=', 2)).Select(pair => new Claim(pair[0], pair[1])).ToList();
            var identity = new ClaimsIdentity(claims, claims.Any(claim => claim.Type == "anonymous") ? null : Scheme.Name, "name", "role");
            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name)));
        }
    }

    private sealed class Refuser : IAuthorizationHandler
    {
        public Task HandleAsync(AuthorizationHandlerContext context)
        {
            context.Fail();
            return Task.CompletedTask;
        }
    }

    private sealed class Nobody : IAuthorizationService
    {
        public Task<AuthorizationResult> AuthorizeAsync(ClaimsPrincipal user, object? resource, IEnumerable<IAuthorizationRequirement> requirements) => Task.FromResult(AuthorizationResult.Failed());

        public Task<AuthorizationResult> AuthorizeAsync(ClaimsPrincipal user, object? resource, string policyName) => Task.FromResult(AuthorizationResult.Failed());
    }
}
