using System.Data.Common;
using DbUp;
using DbUp.Engine;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Oltp.Migrations;

/// <summary>Brings a PostgreSQL schema up to date.</summary>
public static class PostgresMigrator
{
    /// <summary>
    /// Applies the steps that the database's journal doesn't name, each in a transaction of its own. Any number of processes may do so at once:
    /// one applies, under an advisory lock of the session, and the others find nothing left to do. Steps in the journal that this program
    /// doesn't know are left alone, so that an older program runs beside a newer one.
    /// </summary>
    /// <exception cref="MigrationFailedException">A step failed; those before it are applied, and nothing of it.</exception>
    /// <exception cref="NpgsqlException">The database can't be reached.</exception>
    public static async Task MigrateAsync(DbDataSource database, MigrationSet set, ILoggerFactory logs, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(set);
        await using var session = await database.OpenConnectionAsync(cancellationToken);
        await LockAsync(session, set, cancellationToken);
        try
        {
            var schema = await CurrentSchemaAsync(session, cancellationToken);
            // DbUp's engine blocks its thread.
            await Task.Run(() => Apply(database, schema, set, logs), cancellationToken);
        }
        finally
        {
            await UnlockAsync(session, set);
        }
    }

    private static void Apply(DbDataSource database, string schema, MigrationSet set, ILoggerFactory logs)
    {
        var result = DeployChanges.To.PostgresqlDatabase(new SourceConnections(database))
            .WithScripts(set.Steps.Select(step => new SqlScript(step.Name, step.Sql)))
            .JournalToPostgresqlTable(schema, $"migrations_{set.Name}")
            .WithVariablesDisabled()
            .WithTransactionPerScript()
            .LogTo(logs)
            .Build()
            .PerformUpgrade();
        if (!result.Successful)
            throw new MigrationFailedException(set.Name, result.ErrorScript?.Name, result.Error);
    }

    private static async Task LockAsync(DbConnection session, MigrationSet set, CancellationToken cancellationToken)
    {
        // Another process may be at it for long, so the command has no time-out of its own.
        await using var command = new NpgsqlCommand("SELECT pg_advisory_lock(hashtextextended($1, 0))", (NpgsqlConnection)session) { CommandTimeout = 0 };
        command.Parameters.Add(new() { Value = LockName(set) });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task UnlockAsync(DbConnection session, MigrationSet set)
    {
        // A session that is gone has taken its lock along.
        if (((NpgsqlConnection)session).FullState.HasFlag(System.Data.ConnectionState.Broken) || session.State != System.Data.ConnectionState.Open)
            return;
        await using var command = new NpgsqlCommand("SELECT pg_advisory_unlock(hashtextextended($1, 0))", (NpgsqlConnection)session);
        command.Parameters.Add(new() { Value = LockName(set) });
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    private static async Task<string> CurrentSchemaAsync(DbConnection session, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT current_schema()", (NpgsqlConnection)session);
        return await command.ExecuteScalarAsync(cancellationToken) as string
            ?? throw new InvalidOperationException("The search path names no schema that exists: there is nowhere to create tables.");
    }

    private static string LockName(MigrationSet set) => $"oltp/migrations/{set.Name}";
}
