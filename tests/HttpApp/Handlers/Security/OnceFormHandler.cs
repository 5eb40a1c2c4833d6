namespace HttpApp.Handlers;

/// <summary>Payments by form, each made once a key.</summary>
[Handler("/security/once-form")]
public static class OnceFormHandler
{
    private static int payments;
    private static int held;
    private static int endless;

    /// <summary>Its form is read by <c>UseAntiforgery()</c>, in search of the token.</summary>
    [Post]
    [Idempotent]
    [RequireAntiforgeryToken]
    public static string Pay([FromForm] int amount, [FromForm] string? note) => $"paid {amount} {note} as {Interlocked.Increment(ref payments)}";

    [Post("upload")]
    [Idempotent]
    public static async Task<string> Upload(IFormFileCollection files, IFormCollection form, CancellationToken cancellation)
    {
        var text = new List<string>();
        foreach (var file in files)
        {
            using var reader = new StreamReader(file.OpenReadStream());
            text.Add($"{file.Name}:{file.FileName}:{await reader.ReadToEndAsync(cancellation)}");
        }

        return $"{string.Join('|', text)} {string.Join('|', form.Select(f => $"{f.Key}={f.Value}"))} as {Interlocked.Increment(ref payments)}";
    }

    /// <summary>A form that its endpoint reads by itself.</summary>
    [Post("raw")]
    [Idempotent]
    public static async Task<string> Raw(HttpContext context)
    {
        var read = await context.Request.BodyReader.ReadAtLeastAsync(1_000_000, context.RequestAborted);
        return $"{read.Buffer.Length} as {Interlocked.Increment(ref payments)}";
    }

    /// <summary>Adds to headers that middleware set before.</summary>
    [Post("headers")]
    [Idempotent]
    public static string Headers(HttpContext context)
    {
        context.Response.Headers.Append("Vary", "Accept");
        context.Response.Headers.Append("X-Paid", new[] { "1", "2" });
        context.Response.Headers["X-Changed"] = "by the endpoint";
        context.Response.Cookies.Append("own", "1");
        return "paid " + Interlocked.Increment(ref payments);
    }

    /// <summary>With <c>X-Hold</c>, ends once its caller has hung up.</summary>
    [Post("hung-up")]
    [Idempotent]
    public static async Task<IResult> HungUp(HttpContext context, string kind)
    {
        var number = await PayHeldAsync(context);
        switch (kind)
        {
            case "json":
                return TypedResults.Ok(new Payment(number));
            case "text":
                return TypedResults.Text("paid " + number);
            case "bytes":
                return TypedResults.Bytes(System.Text.Encoding.UTF8.GetBytes("paid " + number));
            case "file":
                var path = Path.Combine(Path.GetTempPath(), $"covet-paid-{Environment.ProcessId}.txt");
                await File.WriteAllTextAsync(path, "paid " + number, context.RequestAborted);
                return TypedResults.PhysicalFile(path);
            case "body":
                await context.Response.Body.WriteAsync(System.Text.Encoding.UTF8.GetBytes("paid " + number), context.RequestAborted);
                return TypedResults.Empty;
            default:
                await context.Response.WriteAsync("paid " + number, context.RequestAborted);
                await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
                return TypedResults.Empty;
        }
    }

    [Post("hung-up-codec")]
    [Idempotent]
    public static async Task<Receipt> HungUpCodec(HttpContext context) => new(await PayHeldAsync(context), 1);

    [Post("hung-up-string")]
    [Idempotent]
    public static async Task<string> HungUpString(HttpContext context) => "paid " + await PayHeldAsync(context);

    [Post("hung-up-stream")]
    [Idempotent]
    public static async Task<Stream> HungUpStream(HttpContext context) => new MemoryStream(System.Text.Encoding.UTF8.GetBytes("paid " + await PayHeldAsync(context)));

    /// <summary>An answer without an end, which no retry can have.</summary>
    [Post("endless")]
    [Idempotent]
    public static async Task Endless(HttpContext context)
    {
        Interlocked.Increment(ref endless);
        try
        {
            while (true)
            {
                await context.Response.Body.WriteAsync(new byte[10_000], context.RequestAborted);
                await Task.Yield();
            }
        }
        finally
        {
            Interlocked.Decrement(ref endless);
        }
    }

    [Get("endless")]
    public static int Endless() => Volatile.Read(ref endless);

    [Get("held")]
    public static int Held() => Volatile.Read(ref held);

    [Get("payments")]
    public static int Payments() => Volatile.Read(ref payments);

    private static async Task<int> PayHeldAsync(HttpContext context)
    {
        var number = Interlocked.Increment(ref payments);
        if (context.Request.Headers.ContainsKey("X-Hold"))
        {
            var waited = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var registration = ((CancellationToken)context.Items["gone"]!).UnsafeRegister(static state => ((TaskCompletionSource)state!).SetResult(), waited);
            Interlocked.Increment(ref held);
            await waited.Task;

            // As work with a token does, which may have come to its end or not.
            context.RequestAborted.ThrowIfCancellationRequested();
        }

        return number;
    }
}
