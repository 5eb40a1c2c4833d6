using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Extensions.Primitives;

namespace Covet.Runtime.Tests.Http1;

/// <summary>An application that does to requests and responses what applications and middleware do, by the first segment of the path.</summary>
internal static class DifferentialApp
{
    public static readonly string[] Operations =
    [
        "text", "json", "empty", "echo", "echopipe", "partial", "headers", "request", "features", "chunks", "chunkspipe", "advance", "advancelength",
        "advancewrite", "start", "complete", "completewrite", "completeadvance", "completeempty", "completefew", "pipecomplete", "pipecompletethrow", "pipeend", "few", "many", "manyadvance", "throw", "throwstarted", "throwlength",
        "bad", "badstarted", "starting", "startingthrow", "startingasync", "completed", "setheader", "reason", "abort", "abortstarted", "status", "statuswrite", "statuslength",
        "connection", "transfer", "sync", "file", "limit", "late", "large", "largeadvance", "stream", "begin", "replace", "mutate", "contentlength", "readtwice", "copy",
        "flushempty", "manyheaders", "cancelled", "settings", "trailers", "upgrade", "dispose", "cookies", "invalidread", "pathbase", "getset",
    ];

    public static async Task RunAsync(HttpContext context)
    {
        if (context.Request.QueryString.Value?.Contains("yield", StringComparison.Ordinal) == true)
        {
            await Task.Yield();
        }

        var path = context.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var argument = path.Length > 1 && int.TryParse(path[1], out var number) ? number : 0;
        await RunAsync(context, path.Length > 0 ? path[0] : "", argument);
    }

    private static async Task RunAsync(HttpContext context, string operation, int argument)
    {
        var request = context.Request;
        var response = context.Response;
        var body = context.Features.Get<IHttpResponseBodyFeature>()!;
        switch (operation)
        {
            case "text":
                response.ContentType = "text/plain";
                await response.WriteAsync("Hello");
                break;
            case "json":
                response.ContentType = "application/json; charset=utf-8";
                response.ContentLength = 11;
                await response.BodyWriter.WriteAsync("""{"x":12345}"""u8.ToArray());
                break;
            case "empty":
                break;
            case "echo":
                await AnswerAsync(response, await new StreamReader(request.Body, Encoding.Latin1).ReadToEndAsync());
                break;
            case "echopipe":
                await EchoPipeAsync(request, response);
                break;
            case "partial":
                var part = new byte[3];
                await AnswerAsync(response, "read " + await request.Body.ReadAsync(part));
                break;
            case "headers":
                await AnswerAsync(response, string.Join('\n', request.Headers.OrderBy(static h => h.Key, StringComparer.Ordinal).Select(static h => $"{h.Key}={h.Value.Count + ":" + string.Join("|", h.Value.ToArray())}")));
                break;
            case "request":
                await AnswerAsync(response, Describe(context));
                break;
            case "features":
                await AnswerAsync(response, string.Join('\n', context.Features.Select(static f => f.Key.Name).Where(static f => f != "IHttpWebTransportFeature").Order(StringComparer.Ordinal)));
                break;
            case "chunks":
                for (var i = 0; i < argument % 5; i++)
                {
                    await response.Body.WriteAsync(Encoding.ASCII.GetBytes(new string((char)('a' + i), (i * 7) + 1)));
                }

                break;
            case "chunkspipe":
                for (var i = 0; i < 3; i++)
                {
                    "abc"u8.CopyTo(response.BodyWriter.GetSpan(3));
                    response.BodyWriter.Advance(3);
                    await response.BodyWriter.FlushAsync();
                }

                break;
            case "advance":
                response.BodyWriter.Write("advanced"u8);
                break;
            case "advancelength":
                response.ContentLength = 8;
                response.BodyWriter.Write("adva"u8);
                response.BodyWriter.Write("nced"u8);
                break;
            case "advancewrite":
                response.BodyWriter.Write("advanced"u8);
                await response.BodyWriter.WriteAsync("written"u8.ToArray());
                response.BodyWriter.Write("again"u8);
                break;
            case "start":
                await response.StartAsync();
                response.BodyWriter.Write("started"u8);
                break;
            case "complete":
                await response.WriteAsync("whole");
                await response.CompleteAsync();
                break;
            case "completewrite":
                await response.WriteAsync("whole");
                await response.CompleteAsync();
                await response.WriteAsync("more");
                break;
            case "completeadvance":
                await response.WriteAsync("whole");
                response.BodyWriter.GetSpan(4);
                await response.CompleteAsync();
                response.BodyWriter.Advance(4);
                await response.BodyWriter.FlushAsync();
                break;
            case "completeempty":
                response.StatusCode = 404;
                await response.CompleteAsync();
                break;
            case "completefew":
                response.ContentLength = 10;
                response.Headers["x-thrown"] = await ThrownAsync(() => response.CompleteAsync());
                break;
            case "pipecomplete":
                await response.BodyWriter.WriteAsync("piped"u8.ToArray());
                await response.BodyWriter.CompleteAsync();
                break;
            case "pipecompletethrow":
                await response.BodyWriter.CompleteAsync(new InvalidOperationException("x"));
                break;
            case "pipeend":
                if (argument % 2 == 0)
                {
                    await response.WriteAsync("begun");
                }

                response.BodyWriter.Complete(argument % 4 < 2 ? new InvalidOperationException("x") : null);
                break;
            case "few":
                response.ContentLength = 20;
                if (argument % 2 == 0)
                {
                    await response.WriteAsync("less");
                }

                break;
            case "many":
                response.ContentLength = 3;
                await response.WriteAsync(argument % 2 == 0 ? "more" : "12");
                await response.WriteAsync("more");
                break;
            case "manyadvance":
                response.ContentLength = 3;
                response.BodyWriter.Write("more"u8);
                break;
            case "throw":
                response.Headers["x-lost"] = "1";
                throw new InvalidOperationException("thrown");
            case "throwstarted":
                await response.WriteAsync("begun");
                throw new InvalidOperationException("thrown");
            case "throwlength":
                response.ContentLength = 10;
                await response.WriteAsync("begun");
                throw new InvalidOperationException("thrown");
            case "throwadvanced":
                response.ContentLength = 10;
                response.BodyWriter.Write("begun"u8);
                throw new InvalidOperationException("thrown");
            case "bad":
                response.Headers["x-lost"] = "1";
                throw new BadHttpRequestException("bad", argument is >= 400 and < 500 ? argument : 400);
            case "badstarted":
                await response.WriteAsync("begun");
                throw new BadHttpRequestException("bad", 422);
            case "starting":
                response.OnStarting(() => Append(response, "1"));
                response.OnStarting(() => Append(response, "2"));
                if (argument % 2 == 0)
                {
                    await response.WriteAsync("x");
                }

                break;
            case "startingthrow":
                response.OnStarting(() => throw new InvalidOperationException("starting"));
                response.OnStarting(() => Append(response, "before"));
                if (argument % 2 == 0)
                {
                    await response.WriteAsync("x");
                }

                break;
            case "startingasync":
                response.OnStarting(async () =>
                {
                    await Task.Yield();
                    await Append(response, "later");
                });
                if (argument % 2 == 0)
                {
                    await response.WriteAsync("x");
                }

                break;
            case "completed":
                response.OnCompleted(() => Task.FromException(new InvalidOperationException("completed")));
                response.OnCompleted(async () => await Task.Yield());
                await response.WriteAsync("completed");
                break;
            case "setheader":
                await AnswerAsync(response, await ThrownAsync(() =>
                {
                    response.Headers[HostileName(argument)] = HostileValue(argument / 7);
                    return Task.CompletedTask;
                }));
                break;
            case "reason":
                response.StatusCode = 200 + (argument % 7);
                context.Features.Get<IHttpResponseFeature>()!.ReasonPhrase = argument % 2 == 0 ? "Own Reason" : "";
                break;
            case "abort":
                context.Abort();
                break;
            case "abortstarted":
                response.ContentLength = 100;
                context.Abort();
                await response.WriteAsync("lost");
                break;
            case "status":
                response.StatusCode = argument is >= 200 and < 1000 ? argument : 200;
                break;
            case "statuswrite":
                response.StatusCode = Status(argument);
                await response.WriteAsync("body");
                break;
            case "statuslength":
                response.StatusCode = Status(argument);

                // Not 205 with a length, which Kestrel answers with the end of the connection.
                response.ContentLength = response.StatusCode == 205 ? 0 : argument % 2 * 4;
                if (argument % 3 == 0)
                {
                    await response.StartAsync();
                }

                break;
            case "connection":
                response.Headers.Connection = (argument % 4) switch { 0 => "close", 1 => "keep-alive", 2 => "x", _ => "Upgrade" };
                await AnswerAsync(response, "x");
                break;
            case "transfer":
                response.Headers.TransferEncoding = argument % 2 == 0 ? "chunked" : "gzip";
                await response.WriteAsync("1\r\nx\r\n0\r\n\r\n");
                break;
            case "sync":
                context.Features.Get<IHttpBodyControlFeature>()!.AllowSynchronousIO = argument % 2 == 0;
                response.ContentLength = 4;
                response.Body.Write("sync"u8);
                response.Body.Flush();
                break;
            case "file":
                await response.SendFileAsync(typeof(DifferentialApp).Assembly.Location, 0, 1000 + argument);
                break;
            case "limit":
                context.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = 5;
                await AnswerAsync(response, await new StreamReader(request.Body).ReadToEndAsync());
                break;
            case "late":
                await response.WriteAsync("started");
                await response.WriteAsync(await ThrownAsync(() =>
                {
                    response.StatusCode = 500;
                    return Task.CompletedTask;
                }));
                await response.WriteAsync(await ThrownAsync(() =>
                {
                    response.Headers["x"] = "y";
                    return Task.CompletedTask;
                }));
                await response.WriteAsync(await ThrownAsync(() =>
                {
                    response.OnStarting(() => Task.CompletedTask);
                    return Task.CompletedTask;
                }));
                break;
            case "large":
                response.ContentLength = 100_000;
                await response.Body.WriteAsync(new byte[100_000]);
                break;
            case "largeadvance":
                response.ContentLength = 50_000;
                for (var i = 0; i < 50; i++)
                {
                    response.BodyWriter.Write(new byte[1000]);
                }

                break;
            case "stream":
                await response.StartAsync();
                for (var i = 0; i < 4; i++)
                {
                    await response.Body.WriteAsync(new byte[1 + argument]);
                    await response.Body.FlushAsync();
                    await Task.Yield();
                }

                break;
            case "begin":
                await Task.Factory.FromAsync(response.Body.BeginWrite, response.Body.EndWrite, "begun"u8.ToArray(), 0, 5, null);
                break;
            case "replace":
                var original = response.Body;
                using (var buffer = new MemoryStream())
                {
                    response.Body = buffer;
                    await response.WriteAsync("replaced");
                    response.Body = original;
                    response.ContentLength = buffer.Length;
                    await response.Body.WriteAsync(buffer.ToArray());
                }

                break;
            case "mutate":
                request.Headers["x-added"] = "1";
                request.Headers.Remove("Host");
                request.Headers.Append("X-A", "more");
                request.Path = "/other";
                request.Method = "PUT";
                request.Scheme = "https";
                await AnswerAsync(response, Describe(context) + string.Join('\n', request.Headers.OrderBy(static h => h.Key, StringComparer.Ordinal).Select(static h => $"{h.Key}={h.Value.Count + ":" + string.Join("|", h.Value.ToArray())}")));
                break;
            case "contentlength":
                await AnswerAsync(response, await ThrownAsync(() =>
                {
                    response.Headers.ContentLength = null;
                    response.Headers["Content-Length"] = (argument % 5) switch { 0 => "5", 1 => "x", 2 => "-1", 3 => "", _ => " 7" };
                    return Task.CompletedTask;
                }));
                break;
            case "readtwice":
                var first = await request.BodyReader.ReadAsync();
                var thrown = await ThrownAsync(async () => await request.BodyReader.ReadAsync());
                request.BodyReader.AdvanceTo(first.Buffer.Start, first.Buffer.End);

                // How much of a long body one read gives is the network's choice.
                var rest = await request.BodyReader.ReadAsync();
                while (!rest.IsCompleted)
                {
                    request.BodyReader.AdvanceTo(rest.Buffer.Start, rest.Buffer.End);
                    rest = await request.BodyReader.ReadAsync();
                }

                var length = rest.Buffer.Length;
                request.BodyReader.AdvanceTo(rest.Buffer.End);
                await AnswerAsync(response, thrown + length);
                break;
            case "copy":
                // Its chunks would be cut as the request came in.
                response.ContentLength = request.ContentLength;
                await request.Body.CopyToAsync(response.Body);
                break;
            case "flushempty":
                await response.Body.FlushAsync();
                await response.WriteAsync("flushed");
                break;
            case "manyheaders":
                for (var i = 0; i < 60; i++)
                {
                    response.Headers[$"x-{i}"] = new StringValues([new string('v', i * 3), null, "w"]);
                }

                response.Headers.Server = "own";
                response.Headers.Date = "own date";
                response.Headers.SetCookie = new StringValues(["a=b", "c=d"]);
                break;
            case "cancelled":
                await AnswerAsync(response, await ThrownAsync(async () => await response.Body.WriteAsync(new byte[1], new CancellationToken(true))));
                break;
            case "settings":
                await AnswerAsync(response, Settings(context));
                break;
            case "trailers":
                var trailers = context.Features.Get<IHttpRequestTrailersFeature>()!;
                await AnswerAsync(response, $"{trailers.Available} {request.SupportsTrailers()} {response.SupportsTrailers()} {await ThrownAsync(() => Task.FromResult(trailers.Trailers.Count))}");
                break;
            case "upgrade":
                var upgrade = context.Features.Get<IHttpUpgradeFeature>()!;
                await AnswerAsync(response, $"{upgrade.IsUpgradableRequest} {(upgrade.IsUpgradableRequest ? "" : await ThrownAsync(() => upgrade.UpgradeAsync()))} {context.WebSockets.IsWebSocketRequest}");
                break;
            case "dispose":
                await using (response.Body)
                {
                    await response.WriteAsync("disposed");
                }

                break;
            case "cookies":
                foreach (var (name, value) in request.Cookies)
                {
                    response.Cookies.Append("c" + name.Length, value);
                }

                break;
            case "invalidread":
                await AnswerAsync(response, await ThrownAsync(() =>
                {
                    request.BodyReader.AdvanceTo(default);
                    return Task.CompletedTask;
                }));
                break;
            case "pathbase":
                request.PathBase = "/base";
                await AnswerAsync(response, request.PathBase + request.Path);
                break;
            case "getset":
                context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(Stream.Null, body));
                await response.WriteAsync("nowhere");
                context.Features.Set(body);
                await AnswerAsync(response, "here");
                break;
            default:
                response.StatusCode = 404;
                await AnswerAsync(response, "?" + operation);
                break;
        }
    }

    private static int Status(int argument) => (argument % 6) switch { 0 => 204, 1 => 205, 2 => 304, 3 => 200, 4 => 404, _ => 299 };

    private static Task Append(HttpResponse response, string value)
    {
        response.Headers.Append("x-starting", value);
        return Task.CompletedTask;
    }

    private static string HostileName(int argument) => (argument % 7) switch { 0 => "x-a", 1 => "x a", 2 => "x\r\ny", 3 => "ä", 4 => "x:", 5 => "Content-Type", _ => "Location" };

    private static StringValues HostileValue(int argument) => (argument % 8) switch { 0 => "v", 1 => "v\r\nx: y", 2 => "ä", 3 => "\0", 4 => "\t v ", 5 => StringValues.Empty, 6 => new StringValues(["a", "b\n"]), _ => "" };

    private static async Task<string> ThrownAsync(Func<Task> action)
    {
        try
        {
            await action();
            return "none";
        }
        catch (Exception e)
        {
            return e.GetType().Name;
        }
    }

    private static Task AnswerAsync(HttpResponse response, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (!response.HasStarted)
        {
            response.ContentLength = bytes.Length;
        }

        return response.Body.WriteAsync(bytes).AsTask();
    }

    private static async Task EchoPipeAsync(HttpRequest request, HttpResponse response)
    {
        var text = new StringBuilder();
        while (true)
        {
            var read = await request.BodyReader.ReadAsync();
            text.Append(Encoding.Latin1.GetString(read.Buffer));
            request.BodyReader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                break;
            }
        }

        await AnswerAsync(response, text.ToString());
    }

    private static string Describe(HttpContext context)
    {
        var request = context.Request;
        var feature = context.Features.Get<IHttpRequestFeature>()!;
        return string.Join('|', request.Method, request.Scheme, request.Host, request.PathBase, request.Path, request.QueryString, feature.RawTarget, request.Protocol, request.ContentLength, request.ContentType)
            + $"|{context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody}|{context.Connection.RemoteIpAddress}|{context.Connection.LocalIpAddress}|{context.RequestAborted.CanBeCanceled}|{context.Response.HasStarted}|{request.Headers.UserAgent}|{request.Headers["x-a"]}|{request.Headers.ContentLength}";
    }

    private static string Settings(HttpContext context)
    {
        var features = context.Features;
        return $"{features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize} {features.Get<IHttpMaxRequestBodySizeFeature>()!.IsReadOnly} {features.Get<IHttpBodyControlFeature>()!.AllowSynchronousIO}"
            + $" {features.Get<IHttpMinRequestBodyDataRateFeature>()?.MinDataRate?.BytesPerSecond} {features.Get<IHttpMinResponseDataRateFeature>()?.MinDataRate?.BytesPerSecond}"
            + $" {features.Get<IHttpExtendedConnectFeature>()?.IsExtendedConnect} {features.Get<IConnectionSocketFeature>() is not null} {features.Get<IConnectionIdFeature>() is not null} {features.Get<ITlsConnectionFeature>() is null} {features.Get<IHttpResetFeature>() is null} {features.Get<IPersistentStateFeature>()?.State.Count}";
    }
}
