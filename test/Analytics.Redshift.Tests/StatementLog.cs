using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ShellCorp.Analytics.Redshift.Tests;

/// <summary>Notes what is sent to the database, as Npgsql logs it.</summary>
internal sealed class StatementLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentDictionary<string, bool> _statements = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Statements => [.. _statements.Keys];

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (state is IEnumerable<KeyValuePair<string, object?>> values && values.FirstOrDefault(value => value.Key == "CommandText").Value is string text)
            _statements[text] = true;
    }

    public void Dispose()
    {
    }
}
