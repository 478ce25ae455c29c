using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using ShellCorp.Analytics.Model;
using ShellCorp.Analytics.Warehouse;

namespace ShellCorp.Analytics.Redshift;

/// <summary>One connection, and what is asked of the ledger over it.</summary>
internal sealed class RedshiftConnection(NpgsqlConnection connection) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => connection.DisposeAsync();

    public ValueTask<NpgsqlTransaction> BeginAsync(CancellationToken cancellationToken) =>
        connection.BeginTransactionAsync(System.Data.IsolationLevel.Serializable, cancellationToken);

    public async Task ExecuteAsync(string sql, CancellationToken cancellationToken, params object?[] parameters)
    {
        await using var command = Command(sql, parameters);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<QueryResult> ReadAsync(string sql, CancellationToken cancellationToken, params IEnumerable<object?> parameters)
    {
        await using var command = Command(sql, parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToArray();
        var rows = new List<object?[]>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add([.. Enumerable.Range(0, columns.Length).Select(i => Plain(reader.GetValue(i)))]);
        return new(columns, rows);
    }

    /// <summary>What a load of a file would be.</summary>
    /// <exception cref="RangeRefusedException">The ledger neither has its range nor ends where it begins.</exception>
    public async Task<LoadOutcome> AskAsync(LandedFile file, CancellationToken cancellationToken)
    {
        var next = await NextAsync(file.Partition, cancellationToken);
        if (next is null || next == file.FirstOffset)
            return LoadOutcome.Loaded;
        var same = await ReadAsync(
            "SELECT 1 FROM load_ledger WHERE topic = $1 AND log_partition = $2 AND first_offset = $3 AND next_offset = $4 AND kind = 'load'",
            cancellationToken, file.Partition.Topic, file.Partition.Number, file.FirstOffset, file.NextOffset);
        return same.Rows.Count > 0
            ? LoadOutcome.AlreadyLoaded
            : throw new RangeRefusedException(file.Partition, file.FirstOffset, file.NextOffset, next.Value);
    }

    public async Task<long?> NextAsync(LogPartition partition, CancellationToken cancellationToken) => (long?)(await ReadAsync(
        "SELECT max(next_offset) FROM load_ledger WHERE topic = $1 AND log_partition = $2", cancellationToken, partition.Topic, partition.Number)).Rows[0][0];

    public Task NoteAsync(LedgerEntry entry, DateTimeOffset now, CancellationToken cancellationToken) => ExecuteAsync(
        $"INSERT INTO load_ledger ({WarehouseModel.LoadLedger.ColumnList}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        cancellationToken, entry.Partition.Topic, entry.Partition.Number, entry.First, entry.Next, entry.Kind, entry.Rows, entry.Location, entry.LastEventAt?.UtcDateTime, now.UtcDateTime);

    private static object? Plain(object value) => value switch
    {
        DBNull => null,
        short number => (int)number,
        float or decimal => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        DateTime time => DateTime.SpecifyKind(time, DateTimeKind.Utc),
        DateOnly date => date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
        _ => value,
    };

    private static NpgsqlParameter Parameter(object? value) => value switch
    {
        DateTime time => new() { NpgsqlDbType = NpgsqlDbType.Timestamp, Value = DateTime.SpecifyKind(time, DateTimeKind.Unspecified) },
        // Of what is passed, moments alone may be missing.
        null => new() { NpgsqlDbType = NpgsqlDbType.Timestamp, Value = DBNull.Value },
        _ => new() { Value = value },
    };

    private NpgsqlCommand Command(string sql, IEnumerable<object?> parameters)
    {
#pragma warning disable CA2100 // Texts of this assembly; what users choose are parameters.
        var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        foreach (var value in parameters)
            command.Parameters.Add(Parameter(value));
        return command;
    }
}
