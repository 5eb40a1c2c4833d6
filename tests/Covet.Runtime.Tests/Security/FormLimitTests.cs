using System.Net;
using Covet.Internal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Covet.Runtime.Tests.Security;

/// <summary>The limits of a form's length, which are too large by default to be met over HTTP.</summary>
public sealed class FormLimitTests
{
    [Theory]
    [InlineData("", false, 1000, 413)]
    [InlineData("; filename=\"f\"", false, 1000, 413)]
    [InlineData("", true, 1000, 413)]
    [InlineData("; filename=\"f\"", true, 1000, 413)]
    [InlineData("", false, 10, 200)]
    [InlineData("; filename=\"f\"", true, 10, 200)]
    public async Task A_part_or_a_buffered_form_above_its_limit_is_413(string file, bool buffered, int size, int status)
    {
        await using var host = await SecurityHost.StartAsync(
            builder => builder.Services.Configure<FormOptions>(o =>
            {
                (o.BufferBody, o.MemoryBufferThreshold) = (buffered, 100);
                (o.BufferBodyLengthLimit, o.MultipartBodyLengthLimit) = buffered ? (500, 100_000) : (100_000, 500);
            }),
            app => app.MapPost("/form", async (HttpContext context) =>
            {
                var read = await FormBody.ReadAsync(context, optional: false);
                if (read.Errors is { } errors)
                {
                    await Problem.WriteAsync(context, errors, errors.StatusCode == 0 ? 400 : errors.StatusCode);
                }
            }));
        var content = new StringContent($"--b\r\nContent-Disposition: form-data; name=\"a\"{file}\r\n\r\n{new string('x', size)}\r\n--b--\r\n");
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        using var reply = await host.SendAsync(HttpMethod.Post, "/form", content);
        Assert.Equal(status, (int)reply.StatusCode);
    }
}
