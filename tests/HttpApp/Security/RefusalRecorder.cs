using System.Collections.Concurrent;
using System.Text;

namespace HttpApp;

/// <summary>Keeps what Covet logs from the level of information on, with its named values, for the tests to read.</summary>
[ProviderAlias("Refusals")]
internal sealed class RefusalRecorder : ILoggerProvider
{
    private const int Most = 5000;

    private readonly ConcurrentQueue<string> lines = new();

    public static RefusalRecorder Instance { get; } = new();

    public List<string> Take()
    {
        var taken = new List<string>();
        while (lines.TryDequeue(out var line))
        {
            taken.Add(line);
        }

        return taken;
    }

    public ILogger CreateLogger(string categoryName) => new Recorder(lines, categoryName);

    public void Dispose()
    {
    }

    private sealed class Recorder(ConcurrentQueue<string> lines, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (lines.Count >= Most)
            {
                return;
            }

            var text = new StringBuilder().Append(category).Append('|').Append(logLevel).Append('|').Append(formatter(state, exception)).Append('|');
            foreach (var (name, value) in state as IReadOnlyList<KeyValuePair<string, object?>> ?? [])
            {
                text.Append(name).Append('=').Append(value).Append(';');
            }

            lines.Enqueue(text.Append('|').Append(exception).ToString());
        }
    }
}
