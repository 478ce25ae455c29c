using System.Data;

namespace Patroni.Partitions;

/// <summary>Copies the rows of a frozen partition to another scope, in one transaction there: all of them or none.</summary>
internal static class PartitionCopy
{
    /// <exception cref="PartitionMapException">The scopes' schemas differ, or rows are missing afterwards.</exception>
    public static async Task RunAsync(PartitionHolding from, PartitionHolding to, CancellationToken cancellationToken)
    {
        await using var source = await from.ConnectAsync(cancellationToken);
        await using var target = await to.ConnectAsync(cancellationToken);
        await using var looking = await source.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        await using var writing = await target.BeginTransactionAsync(cancellationToken);
        await from.StayAsync(source, cancellationToken);
        await to.ArriveAsync(target, cancellationToken);
        var known = await PartitionTable.AllAsync(target, cancellationToken);
        foreach (var table in await PartitionTable.AllAsync(source, cancellationToken))
        {
            if (!known.Contains(table))
                throw new PartitionMapException($"The scopes don't agree on table '{table.Name}': one silo must have started with both since the last change.");
            // What an attempt before has left.
            await table.DeleteAsync(target, to.Number, cancellationToken);
            await table.CopyAsync(source, target, to.Number, cancellationToken);
            var (there, here) = (await table.CountAsync(source, from.Number, cancellationToken), await table.CountAsync(target, to.Number, cancellationToken));
            if (there != here)
                throw new PartitionMapException($"Of {there} rows of table '{table.Name}' {here} were copied.");
        }

        await writing.CommitAsync(CancellationToken.None);
    }
}
