using System.Collections.Concurrent;
using SparkConnect.TestServer.Protocol;

namespace SparkConnect.TestServer.Statements;

/// <summary>A session: its settings and temporary views.</summary>
internal sealed class Session
{
    public SessionSettings Settings { get; } = new();

    /// <summary>Paths of Parquet files, by the names of their views.</summary>
    public ConcurrentDictionary<string, string> Files { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Tables of a database, by the names of their views.</summary>
    public ConcurrentDictionary<string, JdbcTable> Tables { get; } = new(StringComparer.OrdinalIgnoreCase);
}
