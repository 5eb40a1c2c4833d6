using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Covet.Runtime.Tests.Errors;

public sealed class ExceptionTests
{
    private const string Script = "<script>alert('x')</script>";

    [Fact]
    public async Task Production_tells_the_trace_and_nothing_else()
    {
        await using var app = await ErrorApp.StartAsync("Production", _ => throw new InvalidOperationException("secret"));
        foreach (var accept in new[] { "text/html", "application/json" })
        {
            var (response, body) = await app.GetAsync("/x", accept);
            Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.ToString());
            using var document = JsonDocument.Parse(body);
            Assert.Equal(["type", "title", "status", "traceId"], document.RootElement.EnumerateObject().Select(member => member.Name));
            var trace = document.RootElement.GetProperty("traceId").GetString()!;
            Assert.Contains(app.Log.Lines, line => line is { Category: "Covet.Errors", Level: LogLevel.Error } && line.Text.Contains(trace, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task An_exception_after_an_await_is_handled_alike()
    {
        await using var app = await ErrorApp.StartAsync("Production", async _ =>
        {
            await Task.Yield();
            throw new InvalidOperationException("secret");
        });
        var (response, body) = await app.GetAsync("/x");
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.DoesNotContain("secret", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Development_shows_browsers_a_page_on_which_hostile_text_stays_text()
    {
        await using var app = await ErrorApp.StartAsync(
            "Development",
            _ => throw new InvalidOperationException("message " + Script, new FormatException("inner " + Script)),
            new EndpointDescription("Endpoint." + Script + ".g.cs", "limit: query parameter '" + Script + "'"));
        var (response, body) = await app.GetAsync("/path/" + Uri.EscapeDataString(Script) + "?q=" + Uri.EscapeDataString(Script) + "&" + Uri.EscapeDataString(Script) + "=1", "text/html", ("X-Evil", Script));
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.StartsWith("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", body, StringComparison.OrdinalIgnoreCase);
        foreach (var text in new[] { "message &lt;script&gt;", "inner &lt;script&gt;", "System.FormatException", "X-Evil", "Route values", "Endpoint.&lt;script", "query parameter", "/{**path}", "ExceptionTests.cs" })
        {
            Assert.Contains(text, body, StringComparison.Ordinal);
        }

        // The line that threw is marked in its source.
        Assert.Contains("<span class=\"hit\">", body, StringComparison.Ordinal);
        Assert.Contains("throw new InvalidOperationException(&quot;message &quot; &#x2B; Script", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Development_tells_API_clients_the_same_as_JSON()
    {
        await using var app = await ErrorApp.StartAsync("Development", _ => throw new InvalidOperationException("why"), new EndpointDescription("Endpoint.X.g.cs", "limit: query parameter 'limit'"));
        var (response, body) = await app.GetAsync("/x?limit=5", "application/json");
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        using var document = JsonDocument.Parse(body);
        var exception = document.RootElement.GetProperty("exception")[0];
        Assert.Equal("System.InvalidOperationException", exception.GetProperty("type").GetString());
        Assert.Equal("why", exception.GetProperty("message").GetString());
        Assert.EndsWith("ExceptionTests.cs", exception.GetProperty("stack")[0].GetProperty("file").GetString(), StringComparison.Ordinal);
        var request = document.RootElement.GetProperty("request");
        Assert.Equal("/x?limit=5", request.GetProperty("target").GetString());
        Assert.Equal("query parameter 'limit'", request.GetProperty("parameters")[0].GetProperty("value").GetString());
        Assert.Contains(request.GetProperty("route").EnumerateArray(), row => row.GetProperty("value").GetString() == "Endpoint.X.g.cs");
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    public async Task Bad_requests_have_their_status_and_are_not_logged_as_errors(string environment)
    {
        await using var app = await ErrorApp.StartAsync(environment, _ => throw new BadHttpRequestException("Too much", 413));
        var (response, body) = await app.GetAsync("/x", "text/html");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("\"detail\":\"Too much\"", body, StringComparison.Ordinal);
        Assert.DoesNotContain(app.Log.Lines, line => line.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task A_mapped_exception_has_its_status_title_and_detail()
    {
        await using var app = await ErrorApp.StartAsync(
            "Development",
            context => throw (context.Request.Query["e"].ToString() switch { "disposed" => new ObjectDisposedException("x"), "format" => new FormatException("shown"), _ => new InvalidOperationException("hidden") }),
            new MapExceptionAttribute<Exception>(500) { Title = "outer" },
            new MapExceptionAttribute<InvalidOperationException>(422) { Title = "far" },
            new MapExceptionAttribute<ObjectDisposedException>(410),
            new MapExceptionAttribute<FormatException>(400) { ShowMessage = true },
            new MapExceptionAttribute<InvalidOperationException>(409) { Title = "Locked", Detail = "Wait" });
        var (conflict, body) = await app.GetAsync("/x", "text/html");
        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        Assert.Contains("\"title\":\"Locked\",\"status\":409,\"detail\":\"Wait\"", body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await app.GetAsync("/x?e=disposed")).Response.StatusCode);
        Assert.Contains("\"detail\":\"shown\"", (await app.GetAsync("/x?e=format")).Body, StringComparison.Ordinal);
        Assert.DoesNotContain(app.Log.Lines, line => line.Level >= LogLevel.Warning);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    public async Task A_client_that_goes_away_is_not_logged_as_an_error(string environment)
    {
        var running = new TaskCompletionSource();
        await using var app = await ErrorApp.StartAsync(environment, async context =>
        {
            running.SetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using var cancel = new CancellationTokenSource();
        var request = app.Client.GetAsync(new Uri("/x", UriKind.Relative), cancel.Token);
        await running.Task;
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        await app.Log.WaitAsync(line => line.Text.Contains("client went away", StringComparison.Ordinal) || line.Text.Contains("aborted", StringComparison.Ordinal));
        Assert.DoesNotContain(app.Log.Lines, line => line.Level >= LogLevel.Warning);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    public async Task What_the_application_cancels_itself_is_a_warning_and_no_error(string environment)
    {
        await using var app = await ErrorApp.StartAsync(environment, async context =>
        {
            using var own = new CancellationTokenSource();
            await own.CancelAsync();
            if (context.Request.Query.ContainsKey("await"))
            {
                await Task.Yield();
            }

            own.Token.ThrowIfCancellationRequested();
        });
        foreach (var path in new[] { "/x", "/x?await" })
        {
            var (response, body) = await app.GetAsync(path);
            Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
            Assert.Equal(environment == "Development", body.Contains(nameof(OperationCanceledException), StringComparison.Ordinal));
        }

        Assert.Equal(2, app.Log.Lines.Count(line => line is { Category: "Covet.Errors", Level: LogLevel.Warning }));
        Assert.DoesNotContain(app.Log.Lines, line => line.Level > LogLevel.Warning);
    }

    [Fact]
    public async Task A_cancellation_that_the_application_handles_by_itself_is_left_to_it()
    {
        await using var app = await ErrorApp.StartAsync(
            "Production",
            _ => throw new TaskCanceledException("downstream"),
            services => services.AddExceptionHandler<GatewayTimeout>().AddProblemDetails(),
            pipeline => pipeline.UseExceptionHandler());
        var (response, _) = await app.GetAsync("/x");
        Assert.Equal(HttpStatusCode.GatewayTimeout, response.StatusCode);
    }

    [Fact]
    public async Task What_was_prepared_for_the_answer_is_taken_back()
    {
        await using var app = await ErrorApp.StartAsync("Production", context =>
        {
            context.Response.Headers.ETag = "\"1\"";
            context.Response.ContentType = "text/plain";
            throw new InvalidOperationException();
        });
        var (response, _) = await app.GetAsync("/x");
        Assert.Null(response.Headers.ETag);
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task A_response_that_has_begun_is_cut_off_and_not_completed()
    {
        await using var app = await ErrorApp.StartAsync("Production", async context =>
        {
            await context.Response.WriteAsync("begun");
            await context.Response.Body.FlushAsync();
            throw new InvalidOperationException();
        });
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => app.GetAsync("/x"));
    }

    private sealed class GatewayTimeout : IExceptionHandler
    {
        public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
        {
            httpContext.Response.StatusCode = StatusCodes.Status504GatewayTimeout;
            return ValueTask.FromResult(exception is TaskCanceledException);
        }
    }
}
