using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Covet.Runtime.Tests.Hosting;

public sealed class ClosedServicesTests
{
    private static (WebApplicationBuilder Open, WebApplicationBuilder Closed) Builders(Action<WebApplicationBuilder> configure)
    {
        var open = WebApplication.CreateSlimBuilder();
        var closed = WebApplication.CreateSlimBuilder();
        ClosedServices.Add(closed.Services);
        configure(open);
        configure(closed);
        return (open, closed);
    }

    [Fact]
    public async Task Options_are_configured_and_checked_as_by_the_platform()
    {
        var (open, closed) = Builders(static builder =>
        {
            builder.Services.Configure<RouteOptions>(o => o.LowercaseUrls = true);
            builder.Services.PostConfigure<RouteOptions>(o => o.AppendTrailingSlash = o.LowercaseUrls);
            builder.Services.ConfigureAll<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(7));
            builder.Services.Configure<HostOptions>("named", o => o.ShutdownTimeout = TimeSpan.FromSeconds(8));
            builder.Services.AddOptions<FormOptions>().Validate(o => o.KeyLengthLimit == 3, "three");
        });
        foreach (var builder in new[] { open, closed })
        {
            await using var app = builder.Build();
            var routes = app.Services.GetRequiredService<IOptions<RouteOptions>>();
            Assert.True(routes.Value is { LowercaseUrls: true, AppendTrailingSlash: true });
            Assert.Same(routes.Value, routes.Value);
            Assert.Same(routes.Value, app.Services.GetRequiredService<IOptions<RouteOptions>>().Value);
            Assert.NotSame(routes.Value, app.Services.GetRequiredService<IOptionsMonitor<RouteOptions>>().CurrentValue);
            var host = app.Services.GetRequiredService<IOptionsMonitor<HostOptions>>();
            Assert.Equal((7, 8), (host.CurrentValue.ShutdownTimeout.Seconds, host.Get("named").ShutdownTimeout.Seconds));
            var error = Assert.Throws<OptionsValidationException>(() => app.Services.GetRequiredService<IOptions<FormOptions>>().Value);
            Assert.Equal("three", error.Message);
        }
    }

    [Fact]
    public async Task Monitored_options_follow_the_configuration()
    {
        var (open, closed) = Builders(static builder => builder.Configuration["AllowedHosts"] = "one");
        foreach (var builder in new[] { open, closed })
        {
            await using var app = builder.Build();
            var monitor = app.Services.GetRequiredService<IOptionsMonitor<HostFilteringOptions>>();
            Assert.Equal(["one"], monitor.CurrentValue.AllowedHosts);
            app.Configuration["AllowedHosts"] = "two";
            ((IConfigurationRoot)app.Configuration).Reload();
            Assert.Equal(["two"], monitor.CurrentValue.AllowedHosts);
            Assert.Same(monitor, app.Services.GetRequiredService<IOptionsMonitor<HostFilteringOptions>>());
        }
    }

    [Fact]
    public async Task Filters_and_providers_of_logs_are_those_of_the_application()
    {
        var (open, closed) = Builders(static builder =>
        {
            builder.Logging.ClearProviders();
            builder.Logging.AddConsole();
            builder.Configuration["Logging:LogLevel:Shop"] = "Error";
            builder.Logging.AddFilter("Shop.Orders", LogLevel.Debug);
        });
        foreach (var builder in new[] { open, closed })
        {
            await using var app = builder.Build();
            var loggers = app.Services.GetRequiredService<ILoggerFactory>();
            Assert.Equal(
                (false, true, true),
                (loggers.CreateLogger("Shop.Stock").IsEnabled(LogLevel.Warning), loggers.CreateLogger("Shop.Stock").IsEnabled(LogLevel.Error), loggers.CreateLogger("Shop.Orders").IsEnabled(LogLevel.Debug)));
        }
    }

    [Fact]
    public void What_the_application_has_replaced_stays_replaced()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(typeof(IOptionsMonitorCache<>), typeof(OwnCache<>));
        var count = services.Count;
        ClosedServices.Add(services);
        Assert.Equal(count, services.Count);

        var withOwnFactory = WebApplication.CreateSlimBuilder().Services;
        var own = new LoggerFactory();
        withOwnFactory.AddSingleton<ILoggerFactory>(own);
        withOwnFactory.AddSingleton<IOptions<HostOptions>>(Options.Create(new HostOptions { ShutdownTimeout = TimeSpan.FromSeconds(9) }));
        ClosedServices.Add(withOwnFactory);
        using var provider = withOwnFactory.BuildServiceProvider();
        Assert.Same(own, provider.GetRequiredService<ILoggerFactory>());
        Assert.Equal(9, provider.GetRequiredService<IOptions<HostOptions>>().Value.ShutdownTimeout.Seconds);
    }

    private sealed class OwnCache<TOptions> : OptionsCache<TOptions>
        where TOptions : class;
}
