using Npgsql;
using Orleans.Storage;
using Patroni.Partitions;

namespace ShellCorp.Silo.Storage;

/// <summary>
/// Grain state in PostgreSQL, written by Orleans's own provider under names that can't be mistaken for each other; see <see cref="StoredName"/>.
/// </summary>
/// <remarks>
/// A write whose answer is lost fails with the connection's error, and nobody repeats it: it may have been done. Who writes again without
/// reading is refused. One that takes longer than the patience is left alone, not cancelled: PostgreSQL would stop waiting for the synchronous standby
/// and answer that it is done.
/// </remarks>
/// <param name="partitions">Orleans's provider for each partition.</param>
/// <param name="patience">How long an operation may take, and how long it waits while its partition is being moved.</param>
internal sealed class PostgresGrainStorage(IReadOnlyList<IGrainStorage> partitions, TimeSpan patience) : IGrainStorage
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => RunAsync(
        stateName, grainId, grainState, (provider, own) => provider.ReadStateAsync(StoredName.Type(grainId, stateName), StoredName.Id(grainId), own));

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => RunAsync(
        stateName, grainId, grainState, (provider, own) => provider.WriteStateAsync(StoredName.Type(grainId, stateName), StoredName.Id(grainId), own));

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => RunAsync(
        stateName, grainId, grainState, (provider, own) => provider.ClearStateAsync(StoredName.Type(grainId, stateName), StoredName.Id(grainId), own));

    private async Task RunAsync<T>(string stateName, GrainId grain, IGrainState<T> state, Func<IGrainStorage, GrainState<T>, Task> operation)
    {
        var provider = partitions[PartitionHash.Of(StoredName.Key(grain), partitions.Count)];
        var since = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                await RunOnceAsync(stateName, grain, state, own => operation(provider, own));
                return;
            }
            catch (PostgresException notHere) when (notHere.SqlState == PartitionSchema.NotHere && TimeProvider.System.GetElapsedTime(since) < patience)
            {
                // Nothing was done. The partition is being moved, or the map that was seen is out of date.
                await Task.Delay(Pause, TimeProvider.System);
            }
        }
    }

    private async Task RunOnceAsync<T>(string stateName, GrainId grain, IGrainState<T> state, Func<GrainState<T>, Task> operation)
    {
        // What is left alone may still end, and must not change then what the grain goes on with.
        var own = new GrainState<T>(state.State, state.ETag) { RecordExists = state.RecordExists };
        try
        {
            await operation(own).WaitAsync(patience, TimeProvider.System);
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"PostgreSQL hasn't answered for {patience} about state '{stateName}' of {grain}; a write may have been done or not.", late);
        }

        (state.State, state.ETag, state.RecordExists) = (own.State!, own.ETag, own.RecordExists);
    }
}
