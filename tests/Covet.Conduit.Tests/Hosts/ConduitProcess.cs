using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Covet.Conduit.Tests.Hosts;

/// <summary>Conduit as a process of its own, on a free loopback port.</summary>
internal sealed partial class ConduitProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="command">The program, before it the programs that start it in their own process, if any, and after it its arguments.</param>
    private ConduitProcess(IReadOnlyList<string> command)
    {
        var start = new ProcessStartInfo(command[0], [.. command.Skip(1), "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(command[0])!,
        };
        start.Environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        start.Environment.Remove("ASPNETCORE_URLS");
        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException($"Conduit ended before it listened:\n{Output}"));
        process.OutputDataReceived += (_, e) => Read(e.Data);
        process.ErrorDataReceived += (_, e) => Read(e.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Api Api { get; private set; } = null!;

    public int Id => process.Id;

    public int ExitCode => process.ExitCode;

    public string Output
    {
        get
        {
            lock (output)
            {
                return output.ToString();
            }
        }
    }

    /// <summary>Open files and sockets of the process.</summary>
    public int Handles => Directory.GetFileSystemEntries($"/proc/{Id}/fd").Length;

    /// <summary>Memory that the process holds, in bytes.</summary>
    public long Resident
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>Starts a program, or one by way of others: <c>StartAsync("/bin/sh", "-c", ..., binary, ...)</c>.</summary>
    public static async Task<ConduitProcess> StartAsync(params string[] command)
    {
        var conduit = new ConduitProcess(command);
        try
        {
            conduit.Api = new Api(await conduit.listening.Task.WaitAsync(TimeSpan.FromSeconds(60)));
            return conduit;
        }
        catch
        {
            await conduit.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs to the end, for starts that must fail.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(params string[] command)
    {
        await using var conduit = new ConduitProcess(command);
        _ = conduit.listening.Task.ContinueWith(static task => task.Exception, TaskScheduler.Default);
        await conduit.process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        return (conduit.process.ExitCode, conduit.Output);
    }

    /// <summary>SIGKILL: the process has no word in it.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, as container engines and systemd send it.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public Task WaitForExitAsync() => process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }

        Api?.Dispose();
        process.Dispose();
    }

    [GeneratedRegex(@"Now listening on: (http://\S+)")]
    private static partial Regex Listening();

    private void Read(string? line)
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
}
