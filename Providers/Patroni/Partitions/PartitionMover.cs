using System.Data.Common;
using Microsoft.Extensions.Logging;

namespace Patroni.Partitions;

/// <summary>
/// Moves partitions between scopes: freeze, copy with positions, switch the map, open again. The map says who moves what; the databases' own notes
/// say how far it is, so that whoever goes on after a crash does, and a late one is refused.
/// </summary>
/// <param name="node">The map.</param>
/// <param name="scopes">Scope → connections to its leader.</param>
/// <param name="by">Who moves, for the map.</param>
/// <param name="clock">The clock.</param>
/// <param name="logger">Told of each step.</param>
public sealed class PartitionMover(PartitionMapNode node, IReadOnlyDictionary<string, DbDataSource> scopes, string by, TimeProvider clock, ILogger logger)
{
    /// <summary>Called after each step; a test crashes there.</summary>
    internal Func<MoveStep, Task>? Reached { get; set; }

    /// <summary>Moves a partition to a scope.</summary>
    /// <exception cref="PartitionMapException">There is no such partition or scope, it is there already, or somebody else moves it.</exception>
    public async Task MoveAsync(int number, string to, CancellationToken cancellationToken)
    {
        var (map, version) = await node.ReadAsync(cancellationToken);
        var place = Place(map, number);
        if (place.Move is { } other)
            throw new PartitionMapException($"Partition {number} is being moved: {other}. Resume or cancel that first.");
        if (place.Scope == to)
            throw new PartitionMapException($"Partition {number} is in '{to}' already.");
        Scope(to);
        var move = new PartitionMove { Id = Guid.NewGuid(), From = place.Scope, To = to, By = by, Since = clock.GetUtcNow() };
        await node.ChangeAsync(map.With(number, place with { Move = move }), version, cancellationToken);
        await AfterAsync(MoveStep.Announced, number, move);
        await GoOnAsync(number, move, isSwitched: false, cancellationToken);
    }

    /// <summary>Goes on with a move that was interrupted, wherever it was. Two may do so at once.</summary>
    /// <exception cref="PartitionMapException">Nobody moves the partition.</exception>
    public async Task ResumeAsync(int number, CancellationToken cancellationToken)
    {
        var place = Place((await node.ReadAsync(cancellationToken)).Map, number);
        if (place.Move is not { } move)
            throw new PartitionMapException($"Partition {number} is in '{place.Scope}' and nobody moves it.");
        await GoOnAsync(number, move, isSwitched: place.Scope == move.To, cancellationToken);
    }

    /// <summary>Gives up a move before the partition has left: its scope takes writes again.</summary>
    /// <exception cref="PartitionMapException">Nobody moves the partition, or it has left.</exception>
    public async Task CancelAsync(int number, CancellationToken cancellationToken)
    {
        var (map, version) = await node.ReadAsync(cancellationToken);
        var place = Place(map, number);
        if (place.Move is not { } move)
            throw new PartitionMapException($"Partition {number} is in '{place.Scope}' and nobody moves it.");
        if (place.Scope == move.To || !await new PartitionHolding(Scope(move.From), number, move.Id).ThawAsync(cancellationToken))
            throw new PartitionMapException($"Partition {number} has left '{move.From}' for '{move.To}'; the move can only be resumed.");
        await node.ChangeAsync(map.With(number, place with { Move = null }), version, cancellationToken);
    }

    private async Task GoOnAsync(int number, PartitionMove move, bool isSwitched, CancellationToken cancellationToken)
    {
        var (from, to) = (new PartitionHolding(Scope(move.From), number, move.Id), new PartitionHolding(Scope(move.To), number, move.Id));
        if (!isSwitched)
        {
            await TransferAsync(number, move, from, to, cancellationToken);
            await ChangeAsync(number, move, place => place with { Scope = move.To }, cancellationToken);
            await AfterAsync(MoveStep.Switched, number, move);
        }

        await from.CleanAsync(cancellationToken);
        await AfterAsync(MoveStep.Cleaned, number, move);
        await ChangeAsync(number, move, place => place with { Move = null }, cancellationToken);
        await AfterAsync(MoveStep.Done, number, move);
    }

    private async Task TransferAsync(int number, PartitionMove move, PartitionHolding from, PartitionHolding to, CancellationToken cancellationToken)
    {
        var hasLeft = await from.FreezeAsync(cancellationToken) == PartitionHolding.Away;
        await AfterAsync(MoveStep.Frozen, number, move);
        if (!hasLeft)
        {
            await PartitionCopy.RunAsync(from, to, cancellationToken);
            await AfterAsync(MoveStep.Copied, number, move);
            await from.LeaveAsync(cancellationToken);
        }

        await AfterAsync(MoveStep.Left, number, move);
        await to.OpenAsync(cancellationToken);
        await AfterAsync(MoveStep.Arrived, number, move);
    }

    /// <summary>Changes the partition's place, unless whoever else goes on with this move has done so; changes of other partitions don't matter.</summary>
    private async Task ChangeAsync(int number, PartitionMove move, Func<PartitionPlace, PartitionPlace> change, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (map, version) = await node.ReadAsync(cancellationToken);
            var place = Place(map, number);
            if (place.Move?.Id != move.Id || change(place) == place)
                return;
            try
            {
                await node.ChangeAsync(map.With(number, change(place)), version, cancellationToken);
                return;
            }
            catch (PartitionMapException changed) when (changed.InnerException is ZooKeeper.Client.BadVersionException)
            {
                logger.LogMapChanged(number, move);
            }
        }
    }

    private async Task AfterAsync(MoveStep step, int number, PartitionMove move)
    {
        logger.LogMoveStep(number, move, step);
        if (Reached is { } reached)
            await reached(step);
    }

    private static PartitionPlace Place(PartitionMap map, int number) => number >= 0 && number < map.Partitions.Length
        ? map.Partitions[number]
        : throw new PartitionMapException($"There is no partition {number}; there are 0 to {map.Partitions.Length - 1}.");

    private DbDataSource Scope(string name) => scopes.TryGetValue(name, out var scope)
        ? scope
        : throw new PartitionMapException($"There is no scope '{name}'; there are {string.Join(", ", scopes.Keys.Order(StringComparer.Ordinal))}.");
}
