using System.Collections.Concurrent;

namespace HttpApp;

/// <summary>Keeps every logged error and every unobserved exception, for the tests to ask for.</summary>
internal sealed class ErrorLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> entries = new();

    public ErrorLog() => TaskScheduler.UnobservedTaskException += (_, e) => entries.Enqueue($"unobserved: {e.Exception}");

    /// <summary>The entries since the last call.</summary>
    public List<string> Take()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var taken = new List<string>();
        while (entries.TryDequeue(out var entry))
        {
            taken.Add(entry);
        }

        return taken;
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            entries.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");
        }
    }

    public void Dispose()
    {
    }
}
