using System.Data.Common;
using Microsoft.Extensions.Logging;
using Npgsql;
using Oltp.Migrations;

namespace Patroni.Partitions;

/// <summary>What a scope's database knows of partitions; the script of the tables says it.</summary>
public static class PartitionSchema
{
    /// <summary>The SQLSTATE of what a database refuses because the partition isn't, or is no longer, its own. Nothing was done.</summary>
    public const string NotHere = "SCP01";

    private static readonly MigrationSet Steps = MigrationSet.FromResources("partitions", typeof(PartitionSchema).Assembly, "partitions");

    /// <summary>
    /// Brings the tables up to date, and opens the partitions that the map gives to this scope and that it has never had. Those that it has had
    /// are left as they are: a silo may have read the map before a move was over.
    /// </summary>
    /// <exception cref="PartitionMapException">The database was made for another number of partitions.</exception>
    public static async Task PrepareAsync(string scope, DbDataSource database, PartitionMap map, ILoggerFactory logs, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(map);
        await PostgresMigrator.MigrateAsync(database, Steps, logs, cancellationToken);
        await using var connection = (NpgsqlConnection)await database.OpenConnectionAsync(cancellationToken);
        var count = await SetLayoutAsync(connection, map.Partitions.Length, cancellationToken);
        if (count != map.Partitions.Length)
            throw new PartitionMapException($"Scope '{scope}' was made for {count} partitions, and the map has {map.Partitions.Length}.");
        await using var open = new NpgsqlCommand("INSERT INTO partition_holding (partition, state) SELECT unnest($1), 'open' ON CONFLICT DO NOTHING", connection);
        open.Parameters.Add(new() { Value = Enumerable.Range(0, count).Where(number => map.Partitions[number] is { Move: null } place && place.Scope == scope).ToArray() });
        await open.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<int> SetLayoutAsync(NpgsqlConnection connection, int partitions, CancellationToken cancellationToken)
    {
        await using var set = new NpgsqlCommand("INSERT INTO partition_layout (partitions) VALUES ($1) ON CONFLICT DO NOTHING", connection);
        set.Parameters.Add(new() { Value = partitions });
        await set.ExecuteNonQueryAsync(cancellationToken);
        await using var read = new NpgsqlCommand("SELECT partitions FROM partition_layout", connection);
        return (int)(await read.ExecuteScalarAsync(cancellationToken))!;
    }
}
