using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Covet.Runtime.Tests.Security;

public sealed class CovetAuthenticationTests
{
    [Fact]
    public void It_registers_what_AddAuthentication_does_but_data_protection()
    {
        var platform = new ServiceCollection();
        platform.AddAuthentication();
        var withoutProtection = new ServiceCollection();
        withoutProtection.AddDataProtection();
        var own = new ServiceCollection();
        own.AddCovetAuthentication();
        Assert.Empty(platform.Select(s => s.ServiceType).Except(withoutProtection.Select(s => s.ServiceType)).Except(own.Select(s => s.ServiceType)));
        Assert.DoesNotContain(own, s => s.ServiceType == typeof(IDataProtectionProvider));
    }

    [Fact]
    public void Schemes_find_their_configuration_where_they_do_in_ASP_NET_Core()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("Authentication:Schemes:X:A", "1")]).Build());
        services.AddCovetAuthentication();
        using var provider = services.BuildServiceProvider();
        Assert.Equal("1", provider.GetRequiredService<IAuthenticationConfigurationProvider>().AuthenticationConfiguration["Schemes:X:A"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("ApiKey")]
    public async Task One_scheme_is_the_default_whether_it_is_named_or_not(string? name)
    {
        var key = ApiKeys.Create();
        await using var host = await SecurityHost.StartAsync(
            builder =>
            {
                builder.Services.AddCovetAuthentication(name).AddCovetApiKey(o => o.Keys.Add(new ApiKey("ci", ApiKeys.Hash(key))));
                builder.Services.AddAuthorization();
            },
            app => app.MapGet("/me", () => "me").WithMetadata(new AuthorizeAttribute()));
        using var without = await host.GetAsync("/me");
        using var with = await host.GetAsync("/me", ("X-Api-Key", key));
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (without.StatusCode, with.StatusCode));
    }

    [Fact]
    public void An_application_with_its_own_keys_has_nothing_that_fetches_any()
    {
        var options = new JwtValidationOptions();
        Assert.Null(options.KeySource);
        options.Authority = "https://login.example";
        Assert.NotNull(options.KeySource?.Invoke(options));
        options.Authority = null;
        Assert.Null(options.KeySource?.Invoke(options));
    }
}
