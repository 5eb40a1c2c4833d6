using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Covet.Runtime.Tests.Errors;

/// <summary>Keeps what is logged, and can be waited for.</summary>
internal sealed class LogLines : ILoggerProvider
{
    private readonly ConcurrentQueue<(string Category, LogLevel Level, string Text)> lines = new();
    private readonly SemaphoreSlim added = new(0);

    public IEnumerable<(string Category, LogLevel Level, string Text)> Lines => lines;

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public async Task<(string Category, LogLevel Level, string Text)> WaitAsync(Func<(string Category, LogLevel Level, string Text), bool> condition)
    {
        while (true)
        {
            foreach (var line in lines)
            {
                if (condition(line))
                {
                    return line;
                }
            }

            await added.WaitAsync(TestContext.Current.CancellationToken);
        }
    }

    public void Dispose() => added.Dispose();

    private sealed class Logger(LogLines owner, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            owner.lines.Enqueue((category, logLevel, formatter(state, exception)));
            owner.added.Release();
        }
    }
}
