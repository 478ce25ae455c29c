using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Orleans.Streaming.Kafka.Tests;

/// <summary>Keeps what silos log, so that a failed expectation can be explained.</summary>
internal sealed class LogCapture : ILoggerProvider
{
    private const int Kept = 300;

    private readonly ConcurrentQueue<string> _lines = new();

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    internal bool Has(string text) => _lines.Any(line => line.Contains(text, StringComparison.Ordinal));

    internal string Tail() => Environment.NewLine + string.Join(Environment.NewLine, _lines);

    public void Dispose() => _lines.Clear();

    private void Add(string line)
    {
        _lines.Enqueue(line);
        while (_lines.Count > Kept)
            _lines.TryDequeue(out _);
    }

    private sealed class Logger(LogCapture capture, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
            => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= (category.Contains("Kafka", StringComparison.Ordinal) ? LogLevel.Debug : LogLevel.Warning);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                capture.Add($"{logLevel} {category}: {formatter(state, exception)} {exception}");
        }
    }
}
