using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Covet.Runtime.Tests.Security;

public sealed class RequestLogTests
{
    [Fact]
    public async Task A_request_is_logged_by_its_template_with_named_values_and_without_secrets()
    {
        using var log = new Recorder();
        await using var host = await StartAsync(log);
        using var response = await host.GetAsync("/users/ada@example.org?page=2&token=s3cret&other=x", ("X-Trace", "abc"), ("Authorization", "Bearer s3cret"));
        var (level, text) = Assert.Single(log.Lines);
        Assert.Equal(LogLevel.Information, level);
        Assert.StartsWith("GET /users/{id} answered 200 in ", text, StringComparison.Ordinal);
        Assert.EndsWith(" ms, page=2, token=[redacted], X-Trace=abc, Authorization=[redacted].", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ada", text, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_feed_in_a_value_cannot_write_a_line_of_the_log()
    {
        using var log = new Recorder();
        await using var host = await StartAsync(log);
        using var response = await host.GetAsync("/users/x?page=1%0A%0DGET%20forged");
        Assert.Contains("page=1??GET forged", Assert.Single(log.Lines).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_is_logged_as_an_error()
    {
        using var log = new Recorder();
        await using var host = await StartAsync(log);
        using var response = await host.GetAsync("/users/fail");
        var (level, text) = Assert.Single(log.Lines);
        Assert.Equal(LogLevel.Error, level);
        Assert.Contains("answered 500", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_Timing_tells_how_long_it_took()
    {
        var clock = new TestClock();
        await using var host = await SecurityHost.StartAsync(
            builder => builder.Services.AddSingleton<TimeProvider>(clock),
            app => app.MapGet("/t", () =>
            {
                clock.Now += TimeSpan.FromMilliseconds(12.5);
                return "x";
            }).WithMetadata(new ServerTimingAttribute()).WithCovetPipeline());
        using var response = await host.GetAsync("/t");
        Assert.Equal("total;dur=12.5", response.Headers.GetValues("Server-Timing").Single());
    }

    private static Task<SecurityHost> StartAsync(Recorder log) => SecurityHost.StartAsync(
        builder => builder.Logging.AddProvider(log),
        app => app.MapGet("/users/{id}", (string id) => id == "fail" ? throw new InvalidOperationException() : "ok")
            .WithMetadata(new RequestLogAttribute { Query = ["page", "token"], Headers = ["X-Trace", "Authorization", "X-Absent"] })
            .WithCovetPipeline());

    private sealed class Recorder : ILoggerProvider, ILogger
    {
        private bool mine;

        public List<(LogLevel Level, string Text)> Lines { get; private init; } = [];

        public ILogger CreateLogger(string categoryName) => new Recorder { Lines = Lines, mine = categoryName == "Covet.Requests" };

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => mine;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (mine)
            {
                Lines.Add((logLevel, formatter(state, exception)));
            }
        }

        public void Dispose()
        {
        }
    }
}
