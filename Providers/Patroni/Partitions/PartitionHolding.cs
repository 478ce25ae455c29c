using System.Data.Common;
using Npgsql;

namespace Patroni.Partitions;

/// <summary>What one scope notes of one partition, as seen by one move. Each change is made from the state that it must be in, so that it can be repeated, and a late one is refused.</summary>
internal sealed class PartitionHolding(DbDataSource scope, int number, Guid move)
{
    public const string Open = "open";
    public const string Frozen = "frozen";
    public const string Away = "away";
    public const string Arriving = "arriving";

    // The same number as in partition_enter.
    private const string Lock = "SELECT set_config('lock_timeout', '20s', true), pg_advisory_xact_lock(1347571796, $1)";

    private readonly DbDataSource _scope = scope;

    /// <summary>The partition.</summary>
    public int Number => number;

    /// <summary>A connection to the scope's leader.</summary>
    public async Task<NpgsqlConnection> ConnectAsync(CancellationToken cancellationToken) => (NpgsqlConnection)await _scope.OpenConnectionAsync(cancellationToken);

    /// <summary>Waits for the writes under way, and refuses any more.</summary>
    /// <returns>Frozen; away, if the move was beyond.</returns>
    public async Task<string> FreezeAsync(CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await RunAsync(connection, Lock, cancellationToken, number);
        await RunAsync(connection, "UPDATE partition_holding SET state = 'frozen', move = $2 WHERE partition = $1 AND state = 'open'", cancellationToken, number, move);
        var state = await StateAsync(connection, cancellationToken);
        await transaction.CommitAsync(CancellationToken.None);
        return state is Frozen or Away ? state : throw Refused(state);
    }

    /// <summary>Takes writes again.</summary>
    /// <returns>False if the partition has left.</returns>
    public async Task<bool> ThawAsync(CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(cancellationToken);
        await RunAsync(connection, "UPDATE partition_holding SET state = 'open' WHERE partition = $1 AND move = $2 AND state = 'frozen'", cancellationToken, number, move);
        await using var command = Command(connection, "SELECT state FROM partition_holding WHERE partition = $1", number);
        return await command.ExecuteScalarAsync(cancellationToken) is Open;
    }

    /// <summary>Refuses reads too.</summary>
    public Task LeaveAsync(CancellationToken cancellationToken) => ChangeAsync(Frozen, Away, cancellationToken);

    /// <summary>Takes reads and writes.</summary>
    public Task OpenAsync(CancellationToken cancellationToken) => ChangeAsync(Arriving, Open, cancellationToken);

    /// <summary>Keeps the partition frozen, by this move, until the transaction's end: no other move can have begun, and none can go beyond.</summary>
    public async Task StayAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, "SELECT state FROM partition_holding WHERE partition = $1 AND move = $2 FOR SHARE", number, move);
        if (await command.ExecuteScalarAsync(cancellationToken) as string is var state && state != Frozen)
            throw Refused(state ?? "another move's");
    }

    /// <summary>
    /// Begins to take rows in, in the transaction that has them all at its end; whoever else does waits for it. What a move that was given up
    /// has left is taken over: while the other scope stays frozen by this one nobody goes on with that.
    /// </summary>
    public async Task ArriveAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var taken = await RunAsync(
            connection,
            """
            INSERT INTO partition_holding (partition, state, move) VALUES ($1, 'arriving', $2)
            ON CONFLICT (partition) DO UPDATE SET state = 'arriving', move = $2 WHERE partition_holding.state IN ('away', 'arriving')
            """,
            cancellationToken, number, move);
        if (taken == 0)
            throw Refused("something else than away");
        await EnterAsync(connection, cancellationToken);
    }

    /// <summary>Deletes the rows that were left behind.</summary>
    public async Task CleanAsync(CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await StateAsync(connection, cancellationToken) == Away)
        {
            await EnterAsync(connection, cancellationToken);
            foreach (var table in await PartitionTable.AllAsync(connection, cancellationToken))
                await table.DeleteAsync(connection, number, cancellationToken);
        }

        await transaction.CommitAsync(CancellationToken.None);
    }

    private static async Task<int> RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = Command(connection, sql, values);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, params object[] values)
    {
#pragma warning disable CA2100 // The program's own statements.
        var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return command;
    }

    private async Task ChangeAsync(string before, string after, CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(cancellationToken);
        await RunAsync(connection, "UPDATE partition_holding SET state = $4 WHERE partition = $1 AND move = $2 AND state = $3", cancellationToken, number, move, before, after);
        await using var command = Command(connection, "SELECT state FROM partition_holding WHERE partition = $1 AND move = $2", number, move);
        var state = await command.ExecuteScalarAsync(cancellationToken) as string;
        if (state != after)
            throw Refused(state ?? "another move's");
    }

    /// <summary>Lets this transaction write where the partition is closed to all others.</summary>
    private Task<int> EnterAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        RunAsync(connection, "SELECT set_config('partitions.move', $1, true)", cancellationToken, move.ToString());

    private async Task<string> StateAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, "SELECT state FROM partition_holding WHERE partition = $1 AND move = $2 FOR UPDATE", number, move);
        return await command.ExecuteScalarAsync(cancellationToken) as string ?? throw Refused("another move's, or nobody's");
    }

    private PartitionMapException Refused(string state) =>
        new($"Partition {number} can't be moved on: its database has noted that it is {state}. Nothing was changed.");
}
