using Orleans.Storage;

namespace ShellCorp.Silo.Storage;

/// <summary>
/// Grain state in PostgreSQL, written by Orleans's own provider under names that can't be mistaken for each other; see <see cref="StoredName"/>.
/// </summary>
/// <remarks>
/// A write whose answer is lost fails with the connection's error, and nobody repeats it: it may have been done. Who writes again without
/// reading is refused.
/// </remarks>
/// <param name="provider">Orleans's provider.</param>
internal sealed class PostgresGrainStorage(IGrainStorage provider) : IGrainStorage
{
    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        provider.ReadStateAsync(StoredName.Type(grainId, stateName), StoredName.Id(grainId), grainState);

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        provider.WriteStateAsync(StoredName.Type(grainId, stateName), StoredName.Id(grainId), grainState);

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        provider.ClearStateAsync(StoredName.Type(grainId, stateName), StoredName.Id(grainId), grainState);
}
