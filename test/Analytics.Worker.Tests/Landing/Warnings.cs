using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ShellCorp.Analytics.Tests.Landing;

/// <summary>Keeps what a worker warned of, for the message of a test that fails.</summary>
internal sealed class Warnings : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = [];

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
            _lines.Enqueue($"{formatter(state, exception)} {exception}");
    }

    public override string ToString() => string.Join(Environment.NewLine, _lines.TakeLast(5));

    public void Dispose() => _lines.Clear();
}
