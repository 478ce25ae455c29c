using System.Globalization;
using DuckDB.NET.Data;
using ShellCorp.Analytics.Model;
using ShellCorp.Analytics.Warehouse;

namespace ShellCorp.Analytics.DuckDb;

/// <summary>The warehouse in a DuckDB file. The engine reads the landed files itself; files, facts and ledger are one transaction.</summary>
public sealed partial class DuckDbWarehouse : IWarehouse, IDisposable
{
    private readonly string _connectionString;
    private readonly TimeProvider _time;
    private readonly DuckDBConnection _writer;
    private readonly SemaphoreSlim _writing = new(1);

    /// <summary>Opens or makes the file.</summary>
    /// <exception cref="DuckDBException">Another process holds the file.</exception>
    public DuckDbWarehouse(DuckDbOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        _time = time;
        _connectionString = new DuckDBConnectionStringBuilder
        {
            ["DataSource"] = options.Path,
            ["memory_limit"] = options.MemoryLimit,
            // Rows have no order of their own; keeping one costs memory.
            ["preserve_insertion_order"] = "false",
        }.ConnectionString;
        _writer = Open();
    }

    /// <inheritdoc/>
    public Task PrepareAsync(CancellationToken cancellationToken) => WriteAsync(
        () =>
        {
            foreach (var table in WarehouseModel.Tables)
                Execute(CreateTable(table));
            return true;
        },
        cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<LogPartition, long>> GetPositionsAsync(CancellationToken cancellationToken)
    {
        var result = await QueryAsync(LoadStatements.SelectPositions, [], cancellationToken);
        return result.Rows.ToDictionary(row => new LogPartition((string)row[0]!, (int)row[1]!), row => (long)row[2]!);
    }

    /// <inheritdoc/>
    public Task<QueryResult> QueryAsync(string sql, IReadOnlyList<object> parameters, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        cancellationToken.ThrowIfCancellationRequested();
        using var connection = Open();
        return Task.FromResult(Read(connection, sql, parameters, cancellationToken));
    }

    /// <summary>Closes the file; a write under way ends first.</summary>
    public void Dispose()
    {
        _writing.Wait();
        _writer.Dispose();
        _writing.Dispose();
    }

    private static QueryResult Read(DuckDBConnection connection, string sql, IReadOnlyList<object> parameters, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Texts of this assembly; what users choose are parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var value in parameters)
            command.Parameters.Add(new DuckDBParameter(value));
        using var interrupt = cancellationToken.Register(command.Cancel);
        using var reader = command.ExecuteReader();
        var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToArray();
        var rows = new List<object?[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, columns.Length).Select(i => Plain(reader, i))]);
        return new(columns, rows);
    }

    private static object? Plain(DuckDBDataReader row, int column) => row.GetValue(column) switch
    {
        DBNull => null,
        sbyte or short or byte => Convert.ToInt32(row.GetValue(column), CultureInfo.InvariantCulture),
        DateOnly date => date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
        DateTime time => DateTime.SpecifyKind(time, DateTimeKind.Utc),
        float or decimal => Convert.ToDouble(row.GetValue(column), CultureInfo.InvariantCulture),
        var value => value,
    };

    private DuckDBConnection Open()
    {
        var connection = new DuckDBConnection(_connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SET TimeZone = 'UTC'";
        command.ExecuteNonQuery();
        return connection;
    }

    private void Execute(string sql, params object[] parameters) => Read(_writer, sql, parameters, CancellationToken.None);

    /// <summary>One transaction at a time, off the caller's thread: the engine has no asynchronous calls.</summary>
    private async Task<T> WriteAsync<T>(Func<T> write, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => InTransaction(write), CancellationToken.None);
        }
        catch (DuckDBException exception) when (IsFull(exception))
        {
            throw new StorageFullException("The DuckDB file can't be written", exception);
        }
        finally
        {
            _writing.Release();
        }
    }

    private T InTransaction<T>(Func<T> write)
    {
        using var transaction = _writer.BeginTransaction();
        var result = write();
        transaction.Commit();
        return result;
    }

    private static bool IsFull(DuckDBException exception) =>
        exception.Message.Contains("No space left", StringComparison.OrdinalIgnoreCase)
        || exception.Message.Contains("File too large", StringComparison.OrdinalIgnoreCase)
        || exception.Message.Contains("quota exceeded", StringComparison.OrdinalIgnoreCase);

    private static string CreateTable(Table table)
    {
        var columns = string.Join(", ", table.Columns.Select(column => $"{column.Name} {TypeOf(column)}{(column.IsNullable ? "" : " NOT NULL")}"));
        // Two writers of one range meet at the ledger's key. The facts need none: what is merged has one row a key.
        var key = table == WarehouseModel.LoadLedger ? $", PRIMARY KEY ({string.Join(", ", table.Key)})" : "";
        return $"CREATE TABLE IF NOT EXISTS {table.Name} ({columns}{key})";
    }

    private static string TypeOf(Column column) => column.Type switch
    {
        ColumnType.BigInt => "BIGINT",
        ColumnType.Integer => "INTEGER",
        ColumnType.Double => "DOUBLE",
        ColumnType.Boolean => "BOOLEAN",
        ColumnType.Timestamp => "TIMESTAMP",
        _ => "VARCHAR",
    };
}
