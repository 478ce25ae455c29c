using Npgsql;
using ShellCorp.Analytics.Model;
using ShellCorp.Analytics.Warehouse;
using SparkConnect;

namespace ShellCorp.Analytics.Redshift;

/// <summary>
/// The warehouse in Redshift. Spark reads the landed files and writes staging tables, one set an attempt; then one transaction checks the ledger, merges the staged
/// rows, writes the ledger and drops the staging.
/// </summary>
public sealed partial class RedshiftWarehouse : IWarehouse, IAsyncDisposable
{
    // Whoever changes tables holds it to the end of the transaction. Readers don't take it; so a ledger that is read under it is final.
    private const string Lock = "load_lock";

    private readonly NpgsqlDataSource _database;
    private readonly SparkClient _spark;
    private readonly RedshiftOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<RedshiftWarehouse> _logger;

    /// <summary>Connects on first use.</summary>
    public RedshiftWarehouse(RedshiftOptions options, TimeProvider time, ILoggerFactory loggers)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_options, _time) = (options, time);
        _logger = loggers.CreateLogger<RedshiftWarehouse>();
        _spark = new(new() { Remote = options.SparkRemote }, loggers, time);
        var source = new NpgsqlDataSourceBuilder(options.Redshift);
        // Redshift has neither the catalog that types are loaded from, nor DISCARD.
        source.ConnectionStringBuilder.NoResetOnClose = true;
        _database = source.ConfigureTypeLoading(types => types.EnableTypeLoading(false)).UseLoggerFactory(loggers).Build();
    }

    /// <inheritdoc/>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await connection.ExecuteAsync($"CREATE TABLE IF NOT EXISTS {Lock} (held integer)", cancellationToken);
        foreach (var table in WarehouseModel.Tables)
            await connection.ExecuteAsync(RedshiftTypes.CreateTable(table), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<LogPartition, long>> GetPositionsAsync(CancellationToken cancellationToken)
    {
        var result = await QueryAsync(LoadStatements.SelectPositions, [], cancellationToken);
        return result.Rows.ToDictionary(row => new LogPartition((string)row[0]!, (int)row[1]!), row => (long)row[2]!);
    }

    /// <inheritdoc/>
    public async Task<QueryResult> QueryAsync(string sql, IReadOnlyList<object> parameters, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        return await connection.ReadAsync(sql, cancellationToken, parameters);
    }

    /// <inheritdoc/>
    public Task SkipAsync(LogPartition partition, long next, CancellationToken cancellationToken) => WriteAsync(
        async connection =>
        {
            var at = await connection.NextAsync(partition, cancellationToken) ?? 0;
            if (at >= next)
                throw new RangeRefusedException(partition, at, next, at);
            await connection.NoteAsync(new(partition, at, next, "gap"), _time.GetUtcNow(), cancellationToken);
            return true;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task TrimAsync(IReadOnlyDictionary<LogPartition, long> from, CancellationToken cancellationToken) => WriteAsync(
        async connection =>
        {
            foreach (var sql in from.SelectMany(position => TrimStatements.Of(position.Key, position.Value)).Concat(TrimStatements.Aggregates()))
                await connection.ExecuteAsync(sql, cancellationToken);
            return true;
        },
        cancellationToken);

    /// <summary>Closes the connections.</summary>
    public async ValueTask DisposeAsync()
    {
        _spark.Dispose();
        await _database.DisposeAsync();
    }

    private async Task<RedshiftConnection> OpenAsync(CancellationToken cancellationToken) => new(await _database.OpenConnectionAsync(cancellationToken));

    private async Task<T> WriteAsync<T>(Func<RedshiftConnection, Task<T>> write, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginAsync(cancellationToken);
        await connection.ExecuteAsync($"LOCK TABLE {Lock}", cancellationToken);
        var result = await write(connection);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }
}
