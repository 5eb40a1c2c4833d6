namespace Covet.Aot.Tests;

/// <summary>The same application, published native, as a child process.</summary>
public sealed class NativeHost : HttpHost
{
    private NativeProcess? process;

    public override string Kind => "native";

    public override async Task<RunningApp> StartAnotherAsync(params string[] arguments)
    {
        var another = await RunAsync(arguments);
        return new RunningApp(another.BaseAddress, another);
    }

    public override async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            await process.DisposeAsync();
        }
    }

    protected override async Task<Uri> StartAsync()
    {
        process = await RunAsync();
        return process.BaseAddress;
    }

    private static async Task<NativeProcess> RunAsync(params string[] arguments) =>
        await NativeProcess.StartAsync(await NativePublish.BinaryAsync("tests/HttpApp", "HttpApp"), ["--Logging:LogLevel:Default", "Error", .. arguments]);
}
