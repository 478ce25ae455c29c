using System.Collections.Concurrent;
using System.Globalization;
using Orleans.Serialization;
using Orleans.Storage;

namespace ShellCorp.Silo.Storage;

/// <summary>
/// Grain state in this process's memory, shared by the silos that run in it: unlike Orleans's memory storage, which lives in grains, it
/// outlives the silo that wrote it. What is stored is a serialized copy; a write with another etag than the stored one is refused.
/// </summary>
/// <param name="serializer">Makes the copies; states are versioned by Orleans's serializer.</param>
/// <param name="cells">The memory itself; silos that share it share their state.</param>
public sealed class EmbeddedGrainStorage(Serializer serializer, EmbeddedGrainStorage.Cells cells) : IGrainStorage
{
    /// <inheritdoc/>
    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        ArgumentNullException.ThrowIfNull(grainState);
        if (cells.Map.TryGetValue((stateName, grainId), out var cell))
        {
            grainState.State = serializer.Deserialize<T>(cell.Data);
            grainState.ETag = Etag(cell.Version);
            grainState.RecordExists = true;
        }
        else
        {
            grainState.ETag = null;
            grainState.RecordExists = false;
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        ArgumentNullException.ThrowIfNull(grainState);
        var key = (stateName, grainId);
        var data = serializer.SerializeToArray(grainState.State);
        var written = cells.Map.TryGetValue(key, out var current)
            ? Etag(current.Version) == grainState.ETag && cells.Map.TryUpdate(key, new(data, current.Version + 1), current)
            : grainState.ETag is null && cells.Map.TryAdd(key, new(data, 1));
        if (!written)
            throw Conflict("write", stateName, grainId, grainState.ETag);

        grainState.ETag = Etag((current?.Version ?? 0) + 1);
        grainState.RecordExists = true;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        ArgumentNullException.ThrowIfNull(grainState);
        var key = (stateName, grainId);
        if (cells.Map.TryGetValue(key, out var current)
            && (Etag(current.Version) != grainState.ETag || !cells.Map.TryRemove(KeyValuePair.Create(key, current))))
        {
            throw Conflict("clear", stateName, grainId, grainState.ETag);
        }

        grainState.ETag = null;
        grainState.RecordExists = false;
        return Task.CompletedTask;
    }

    private static string Etag(long version) => version.ToString(CultureInfo.InvariantCulture);

    private InconsistentStateException Conflict(string what, string stateName, GrainId grainId, string? etag) =>
        new($"Refused to {what} '{stateName}' of {grainId}: somebody else wrote it.",
            cells.Map.TryGetValue((stateName, grainId), out var current) ? Etag(current.Version) : "none",
            etag ?? "none");

    /// <summary>The memory that storages share.</summary>
    public sealed class Cells
    {
        internal ConcurrentDictionary<(string StateName, GrainId GrainId), Cell> Map { get; } = new();
    }

    /// <summary>One stored state. Compared by reference: each write makes another one.</summary>
    internal sealed class Cell(byte[] data, long version)
    {
        public byte[] Data { get; } = data;

        public long Version { get; } = version;
    }
}
