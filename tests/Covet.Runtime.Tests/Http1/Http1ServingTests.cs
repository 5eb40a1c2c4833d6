using System.Net;
using System.Net.Sockets;
using System.Text;
using Covet.Http1;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Covet.Runtime.Tests.Http1;

public sealed class Http1ServingTests
{
    private const string Plain = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    private const string Last = "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

    // Which layer serves is told by the features: they are the connection itself.
    private static async Task TellAsync(HttpContext context)
    {
        var text = context.Features is Http1Connection ? "covet;" : "kestrel;";
        context.Response.ContentLength = text.Length;
        await context.Response.WriteAsync(text);
    }

    private static string[] Layers(string answer) => [.. answer.Split("\r\n\r\n").Skip(1).Select(static body => body.Split(';')[0])];

    [Fact]
    public async Task A_plain_endpoint_is_served_by_Covet()
    {
        await using var host = await DifferentialHost.StartAsync("Covet", TellAsync);
        Assert.Equal(1, host.Http.Endpoints);
        Assert.Equal(["covet", "covet"], Layers(await host.ExchangeAsync(Plain + Last)));
    }

    [Fact]
    public async Task Configuration_leaves_everything_to_Kestrel()
    {
        await using var host = await DifferentialHost.StartAsync("Kestrel", TellAsync);
        Assert.Equal(0, host.Http.Endpoints);
        Assert.Equal(["kestrel"], Layers(await host.ExchangeAsync(Last)));
    }

    [Fact]
    public async Task Middleware_of_the_connection_and_endpoint_defaults_of_the_application_are_not_bypassed()
    {
        var connections = 0;
        await using (var host = await DifferentialHost.StartAsync("Covet", TellAsync, options => options.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Use(next => connection =>
        {
            connections++;
            return next(connection);
        }))))
        {
            Assert.Equal(["kestrel"], Layers(await host.ExchangeAsync(Last)));
        }

        await using (var host = await DifferentialHost.StartAsync("Covet", TellAsync, options => options.ConfigureEndpointDefaults(endpoint => endpoint.Use(next => connection =>
        {
            connections++;
            return next(connection);
        }))))
        {
            Assert.Equal(["kestrel"], Layers(await host.ExchangeAsync(Last)));
        }

        Assert.Equal(2, connections);
    }

    [Fact]
    public async Task An_endpoint_that_the_application_lists_is_served_too_and_one_with_HTTP2_alone_is_not()
    {
        await using (var host = await DifferentialHost.StartAsync("Covet", TellAsync, static options => options.Listen(IPAddress.Loopback, 0)))
        {
            Assert.Equal(["covet"], Layers(await host.ExchangeAsync(Last)));
        }

        await using (var host = await DifferentialHost.StartAsync("Covet", TellAsync, static options => options.Listen(IPAddress.Loopback, 0, static endpoint => endpoint.Protocols = HttpProtocols.Http2)))
        {
            using var client = new HttpClient { DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
            Assert.Equal("kestrel;", await client.GetStringAsync(new Uri($"http://127.0.0.1:{host.Port}/")));
        }
    }

    [Fact]
    public async Task A_TLS_endpoint_is_Kestrels_beside_one_of_Covets()
    {
        using var certificate = KestrelTransportTests.Certificate();
        await using var host = await DifferentialHost.StartAsync("Covet", TellAsync, options =>
        {
            options.Listen(IPAddress.Loopback, 0);
            options.Listen(IPAddress.Loopback, 0, endpoint => endpoint.UseHttps(certificate));
        });
        Assert.Equal(1, host.Http.Endpoints);
        Assert.Equal(["covet"], Layers(await host.ExchangeAsync(Last)));
        using var client = KestrelTransportTests.Client(certificate);
        Assert.Equal("kestrel;", await client.GetStringAsync(new Uri(host.Urls.Single(static url => url.StartsWith("https:", StringComparison.Ordinal)))));
    }

    [Theory]
    [InlineData("GET /x HTTP/1.0\r\nHost: a\r\n\r\n")]
    [InlineData("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nX: \u00c3\u00a4\r\n\r\n")]
    [InlineData("GET /a/../b HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: [::1]\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n")]
    public async Task An_unusual_request_and_all_after_it_are_Kestrels(string unusual)
    {
        await using var host = await DifferentialHost.StartAsync("Covet", TellAsync);
        var layers = Layers(await host.ExchangeAsync(Plain + unusual + Plain + Last));
        Assert.Equal("covet", layers[0]);
        Assert.All(layers.Skip(1), static layer => Assert.Equal("kestrel", layer));
        Assert.True(layers.Length > 1);
    }

    [Fact]
    public async Task A_request_in_two_pieces_is_served_when_the_rest_comes()
    {
        await using var host = await DifferentialHost.StartAsync("Covet", TellAsync);
        using var socket = await host.ConnectAsync();
        await socket.SendAsync(Encoding.ASCII.GetBytes(Plain + "POST / HT"));
        Assert.Contains("covet;", await ReadSomeAsync(socket, "covet;"), StringComparison.Ordinal);
        await socket.SendAsync("TP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nab"u8.ToArray());
        await socket.SendAsync(Encoding.ASCII.GetBytes("c" + Last));
        Assert.Equal(["covet", "covet"], Layers(await DifferentialHost.ReadAsync(socket)));
    }

    [Fact]
    public async Task A_request_whose_rest_does_not_come_is_Kestrels_to_wait_for()
    {
        await using var host = await DifferentialHost.StartAsync("Covet", TellAsync, static options => options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(1));
        using var socket = await host.ConnectAsync();
        await socket.SendAsync("GET / HTTP/1.1\r\nHost: "u8.ToArray());
        Assert.StartsWith("HTTP/1.1 408 ", await DifferentialHost.ReadAsync(socket), StringComparison.Ordinal);
    }

    // The application sees the first half, and the client waits for it to say so: over Kestrel alone, and when it takes over.
    [Fact]
    public async Task A_body_whose_rest_does_not_come_is_shown_as_far_as_it_came()
    {
        await using var host = await DifferentialHost.StartAsync("Covet", static async context =>
        {
            var read = await context.Request.BodyReader.ReadAsync();
            await context.Response.WriteAsync($"[{Encoding.ASCII.GetString(read.Buffer)}]");
            context.Request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            read = await context.Request.BodyReader.ReadAsync();
            await context.Response.WriteAsync($"[{Encoding.ASCII.GetString(read.Buffer)}]");
            context.Request.BodyReader.AdvanceTo(read.Buffer.End);
        });
        using var socket = await host.ConnectAsync();
        await socket.SendAsync("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 6\r\n\r\nabc"u8.ToArray());
        Assert.Contains("[abc]", await ReadSomeAsync(socket, "[abc]"), StringComparison.Ordinal);
        await socket.SendAsync("def"u8.ToArray());
        Assert.Contains("[abcdef]", await ReadSomeAsync(socket, "[abcdef]"), StringComparison.Ordinal);
        await socket.SendAsync(Encoding.ASCII.GetBytes(Last));
        Assert.Contains("[]", await ReadSomeAsync(socket, "[]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_idle_connection_is_closed_after_the_keep_alive_timeout()
    {
        await using var host = await DifferentialHost.StartAsync("Covet", TellAsync, static options => options.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(1));
        using var socket = await host.ConnectAsync();
        await socket.SendAsync(Encoding.ASCII.GetBytes(Plain));
        Assert.Equal(["covet"], Layers(await DifferentialHost.ReadAsync(socket)));
    }

    [Fact]
    public async Task A_client_that_does_not_read_is_let_go()
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = await DifferentialHost.StartAsync(
            "Covet",
            async context =>
            {
                Assert.IsAssignableFrom<Http1Connection>(context.Features);
                var abort = context.RequestAborted;
                while (!(await context.Response.BodyWriter.WriteAsync(new byte[64 * 1024])).IsCompleted)
                {
                }

                ended.SetResult();
            },
            static options => options.Limits.MinResponseDataRate = new MinDataRate(1e9, TimeSpan.FromSeconds(1.5)));
        using var socket = await host.ConnectAsync();
        await socket.SendAsync(Encoding.ASCII.GetBytes(Plain));
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData(Plain)]
    [InlineData(Plain + Plain)]
    [InlineData(Plain + Plain + Plain)]
    public async Task A_client_that_leaves_is_noticed_while_it_is_answered(string batch)
    {
        var left = batch.Length / Plain.Length;
        var aborted = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = await DifferentialHost.StartAsync("Covet", async context =>
        {
            if (--left > 0)
            {
                await TellAsync(context);
                return;
            }

            begun.SetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
            }
            finally
            {
                aborted.SetResult(context.RequestAborted.IsCancellationRequested && context.Features is Http1Connection);
            }
        });
        using (var socket = await host.ConnectAsync())
        {
            await socket.SendAsync(Encoding.ASCII.GetBytes(batch));
            await begun.Task;
        }

        Assert.True(await aborted.Task.WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task A_stop_closes_idle_connections_and_lets_the_answer_in_flight_be_the_last()
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var host = await DifferentialHost.StartAsync("Covet", async context =>
        {
            if (context.Request.Path == "/wait")
            {
                begun.SetResult();
                await go.Task;
            }

            await TellAsync(context);
        });
        using var idle = await host.ConnectAsync();
        await idle.SendAsync(Encoding.ASCII.GetBytes(Plain));
        Assert.Contains("covet;", await ReadSomeAsync(idle, "covet;"), StringComparison.Ordinal);
        using var busy = await host.ConnectAsync();
        await busy.SendAsync("GET /wait HTTP/1.1\r\nHost: a\r\n\r\n"u8.ToArray());
        await begun.Task;
        var stop = host.DisposeAsync().AsTask();
        Assert.Equal("", await DifferentialHost.ReadAsync(idle));
        go.SetResult();
        var answer = await DifferentialHost.ReadAsync(busy);
        Assert.Contains("Connection: close\r\n", answer, StringComparison.Ordinal);
        Assert.Equal(["covet"], Layers(answer));
        await stop;
    }

    [Theory]
    [InlineData("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nab", "cde", "covet")]
    [InlineData("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Enc", "oding: chunked\r\n\r\n2\r\nab\r\n0\r\n\r\n", "kestrel")]
    public async Task A_stop_lets_a_request_that_is_half_here_be_the_last(string half, string rest, string layer)
    {
        var host = await DifferentialHost.StartAsync("Covet", TellAsync);
        using var idle = await host.ConnectAsync();
        await idle.SendAsync(Encoding.ASCII.GetBytes(Plain));
        Assert.Contains("covet;", await ReadSomeAsync(idle, "covet;"), StringComparison.Ordinal);
        using var busy = await host.ConnectAsync();

        // In one packet, so that the half is here when the answer is.
        await busy.SendAsync(Encoding.ASCII.GetBytes(Plain + half));
        Assert.Contains("covet;", await ReadSomeAsync(busy, "covet;"), StringComparison.Ordinal);
        var stop = host.DisposeAsync().AsTask();
        Assert.Equal("", await DifferentialHost.ReadAsync(idle));
        await busy.SendAsync(Encoding.ASCII.GetBytes(rest));
        var answer = await DifferentialHost.ReadAsync(busy);
        Assert.Contains("Connection: close\r\n", answer, StringComparison.Ordinal);
        Assert.Equal([layer], Layers(answer));
        await stop;
    }

    [Fact]
    public async Task A_client_that_sends_without_pause_is_answered_whole()
    {
        const int Requests = 20_000;
        await using var host = await DifferentialHost.StartAsync("Covet", TellAsync);
        using var socket = await host.ConnectAsync();
        var sending = socket.SendAsync(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(Plain, Requests)) + Last));
        var answer = await DifferentialHost.ReadAsync(socket);
        await sending;
        Assert.Equal(Requests + 1, answer.Split("covet;").Length - 1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_length_that_becomes_less_than_what_was_written_is_no_answer(bool flush)
    {
        await using var host = await DifferentialHost.StartAsync("Covet", async context =>
        {
            "0123456789"u8.CopyTo(context.Response.BodyWriter.GetSpan(10));
            context.Response.BodyWriter.Advance(10);
            context.Response.ContentLength = 5;
            if (flush)
            {
                await context.Response.BodyWriter.FlushAsync();
            }
        });
        var answer = await host.ExchangeAsync(Plain + Last);
        Assert.DoesNotContain("0123", answer, StringComparison.Ordinal);
        Assert.Equal(2, answer.Split("HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n").Length - 1);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused_at_every_read()
    {
        var refusals = 0;
        await using var host = await DifferentialHost.StartAsync("Covet", async context =>
        {
            Assert.IsType<Http1Connection>(context.Features, exactMatch: false);
            context.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = 4;
            for (var i = 0; i < 2; i++)
            {
                var exception = await Assert.ThrowsAsync<Microsoft.AspNetCore.Http.BadHttpRequestException>(async () => await context.Request.BodyReader.ReadAsync());
                Assert.Equal(413, exception.StatusCode);
                refusals++;
            }
        });
        await host.ExchangeAsync("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nabcde");
        Assert.Equal(2, refusals);
    }

    [Fact]
    public async Task A_feature_that_is_replaced_again_and_again_is_the_last_one()
    {
        await using var host = await DifferentialHost.StartAsync("Covet", async context =>
        {
            for (var i = 0; i < 4; i++)
            {
                context.Features.Set<IRouteValuesFeature>(new RouteValuesFeature { RouteValues = new(new Dictionary<string, object?> { ["at"] = i }) });
                Assert.Equal(i, i > 0 ? context.Request.RouteValues["at"] : i);
                Assert.Same(context.Features.Get<IRouteValuesFeature>()!.RouteValues, context.Request.RouteValues);
            }

            await TellAsync(context);
        });
        Assert.Equal(["covet"], Layers(await host.ExchangeAsync(Last)));
    }

    [Fact]
    public async Task An_earlier_answer_of_a_batch_does_not_wait_for_a_later_one()
    {
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = await DifferentialHost.StartAsync("Covet", async context =>
        {
            if (context.Request.Path == "/wait")
            {
                await go.Task;
            }

            await TellAsync(context);
        });
        using var socket = await host.ConnectAsync();
        await socket.SendAsync(Encoding.ASCII.GetBytes(Plain + "GET /wait HTTP/1.1\r\nHost: a\r\n\r\n" + Last));
        Assert.Contains("covet;", await ReadSomeAsync(socket, "covet;"), StringComparison.Ordinal);
        go.SetResult();
        Assert.Equal(["covet", "covet"], Layers(await DifferentialHost.ReadAsync(socket)));
    }

    [Fact]
    public async Task A_client_that_ends_its_side_is_answered_all_the_same()
    {
        await using var host = await DifferentialHost.StartAsync("Covet", TellAsync);
        for (var i = 0; i < 50; i++)
        {
            using var socket = await host.ConnectAsync();
            await socket.SendAsync(Encoding.ASCII.GetBytes(Plain + Plain + Plain));
            socket.Shutdown(SocketShutdown.Send);
            Assert.Equal(["covet", "covet", "covet"], Layers(await DifferentialHost.ReadAsync(socket)));
        }
    }

    [Fact]
    public async Task Names_of_requests_are_never_shared_with_those_of_Kestrel_on_the_same_connection()
    {
        await using var host = await DifferentialHost.StartAsync("Covet", static context =>
        {
            context.Response.ContentLength = context.TraceIdentifier.Length + 2;
            return context.Response.WriteAsync($"[{context.TraceIdentifier}]");
        });
        var answer = await host.ExchangeAsync(Plain + Plain + "GET / HTTP/1.0\r\nHost: a\r\nConnection: keep-alive\r\n\r\n" + Last);
        var names = answer.Split('[').Skip(1).Select(static part => part.Split(']')[0]).ToList();
        Assert.Equal(4, names.Distinct().Count());
        Assert.Single(names.Select(static name => name.Split(':')[0]).Distinct());
    }

    // Kestrel sends what was written before the failure, after an error's head that says there is no body.
    [Fact]
    public async Task An_answer_that_fails_before_it_begins_has_nothing_of_its_body()
    {
        await using var host = await DifferentialHost.StartAsync("Covet", static context =>
        {
            "lost"u8.CopyTo(context.Response.BodyWriter.GetSpan(4));
            context.Response.BodyWriter.Advance(4);
            throw new InvalidOperationException("x");
        });
        var answer = await host.ExchangeAsync(Plain + Last);
        Assert.DoesNotContain("lost", answer, StringComparison.Ordinal);
        Assert.Equal(2, answer.Split("HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n").Length - 1);
    }

    [Fact]
    public async Task AsyncLocals_of_a_request_are_not_the_next_ones()
    {
        var local = new AsyncLocal<string?>();
        await using var host = await DifferentialHost.StartAsync("Covet", context =>
        {
            var before = local.Value ?? "none";
            local.Value = "left";
            return context.Response.WriteAsync($"[{before}]");
        });
        var answer = await host.ExchangeAsync(Plain + Plain + Last);
        Assert.Equal(3, answer.Split("[none]").Length - 1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Another_server_takes_Kestrels_place_whether_it_comes_before_or_after(bool before)
    {
        var services = WebApplication.CreateSlimBuilder().Services;
        using var other = new OtherServer();
        if (before)
        {
            services.AddSingleton<IServer>(other);
        }

        Http1Setup.Add(services);
        if (!before)
        {
            services.AddSingleton<IServer>(other);
        }

        using var provider = services.BuildServiceProvider();
        Assert.Same(other, provider.GetRequiredService<IServer>());
    }

    private static async Task<string> ReadSomeAsync(Socket socket, string until)
    {
        var text = "";
        var buffer = new byte[4096];
        while (!text.Contains(until, StringComparison.Ordinal) && await socket.ReceiveAsync(buffer) is > 0 and var count)
        {
            text += Encoding.ASCII.GetString(buffer, 0, count);
        }

        return text;
    }
}
