using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Covet.Aot.Tests;

/// <summary>A native binary that serves on a free loopback port until it is disposed.</summary>
internal sealed partial class NativeProcess : IAsyncDisposable
{
    private readonly Process process;

    private NativeProcess(Process process, Uri baseAddress)
    {
        this.process = process;
        BaseAddress = baseAddress;
    }

    public Uri BaseAddress { get; }

    public static async Task<NativeProcess> StartAsync(string binary, params string[] arguments)
    {
        var start = new ProcessStartInfo(binary, ["--urls", "http://127.0.0.1:0", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(binary)!,
        };
        start.Environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        start.Environment.Remove("ASPNETCORE_URLS");
        var process = Process.Start(start)!;
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var output = new StringBuilder();
        void Read(string? line)
        {
            if (line is null)
            {
                return;
            }

            lock (output)
            {
                output.AppendLine(line);
            }

            if (Listening().Match(line) is { Success: true } match)
            {
                listening.TrySetResult(new Uri(match.Groups[1].Value));
            }
        }

        // What it said last may still be on its way when it has ended.
        async Task FailAsync()
        {
            await process.WaitForExitAsync();
            lock (output)
            {
                listening.TrySetException(new InvalidOperationException($"{binary} ended before it listened:\n{output}"));
            }
        }

        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => _ = FailAsync();
        process.OutputDataReceived += (_, e) => Read(e.Data);
        process.ErrorDataReceived += (_, e) => Read(e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new NativeProcess(process, await listening.Task.WaitAsync(TimeSpan.FromSeconds(60)));
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    [GeneratedRegex(@"Now listening on: (https?://\S+)")]
    private static partial Regex Listening();
}
