using Covet.Routing;
using Microsoft.AspNetCore.Builder;

namespace Covet.Runtime.Tests.Security;

/// <summary>The body that nobody reads, held against the one that Kestrel gives: to who does not read, they are alike.</summary>
public sealed class RefusedBodyTests
{
    private static readonly Dictionary<string, Func<Stream, object?>> Members = new()
    {
        ["CanRead"] = static s => s.CanRead,
        ["CanSeek"] = static s => s.CanSeek,
        ["CanWrite"] = static s => s.CanWrite,
        ["CanTimeout"] = static s => s.CanTimeout,
        ["Length"] = static s => s.Length,
        ["Position"] = static s => s.Position,
        ["Position = 0"] = static s => s.Position = 0,
        ["Seek"] = static s => s.Seek(0, SeekOrigin.Begin),
        ["SetLength"] = static s =>
        {
            s.SetLength(0);
            return null;
        },
        ["Write"] = static s =>
        {
            s.Write([1], 0, 1);
            return null;
        },
        ["WriteTimeout"] = static s => s.WriteTimeout,
    };

    [Fact]
    public async Task Who_does_not_read_it_sees_the_stream_that_cannot_be_sought_or_written_which_Kestrels_is()
    {
        var (kestrels, refused) = (new List<string>(), new List<string>());
        await using var host = await SecurityHost.StartAsync(_ => { }, app => app.MapPost("/", (HttpContext context) =>
        {
            kestrels.AddRange(Members.Select(member => $"{member.Key}: {Outcome(context.Request.Body, member.Value)}"));
            using var body = new RefusedBody(context, context.Request.Body);
            refused.AddRange(Members.Select(member => $"{member.Key}: {Outcome(body, member.Value)}"));
        }));
        using var answer = await host.SendAsync(HttpMethod.Post, "/", new StringContent("body"));
        Assert.Equal(Members.Count, kestrels.Count);
        Assert.Equal(kestrels, refused);
    }

    [Fact]
    public async Task Whoever_reads_it_by_whatever_way_is_told_413()
    {
        var context = new DefaultHttpContext();
        context.Request.ContentLength = 11;
        context.SetEndpoint(new Endpoint(null, new EndpointMetadataCollection(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(10)), "takes ten bytes"));
        await using var body = new RefusedBody(context, Stream.Null);
        Func<Task>[] ways =
        [
            async () => _ = await body.ReadAsync(new byte[1]),
            () => Task<int>.Factory.FromAsync(body.BeginRead, body.EndRead, new byte[1], 0, 1, null),
            () => Task.FromResult(body.Read(new byte[1])),
            () => Task.FromResult(body.Read(new byte[1], 0, 1)),
            () => Task.FromResult(body.ReadByte()),
            () => body.CopyToAsync(Stream.Null),
            () =>
            {
                body.CopyTo(Stream.Null);
                return Task.CompletedTask;
            },
            async () => _ = await System.IO.Pipelines.PipeReader.Create(body).ReadAsync(),
            async () =>
            {
                using var reader = new StreamReader(body);
                await reader.ReadToEndAsync();
            },
        ];
        foreach (var read in ways)
        {
            Assert.Equal(413, (await Assert.ThrowsAsync<BadHttpRequestException>(read)).StatusCode);
        }
    }

    private static string Outcome(Stream stream, Func<Stream, object?> member)
    {
        try
        {
            return member(stream)?.ToString() ?? "done";
        }
        catch (Exception exception)
        {
            return exception.GetType().Name;
        }
    }
}
