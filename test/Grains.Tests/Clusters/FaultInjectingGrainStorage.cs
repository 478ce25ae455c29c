using System.Globalization;
using Orleans.Serialization;
using Orleans.Storage;

namespace ShellCorp.Grains.Tests.Clusters;

/// <summary>Storage in memory with conditional writes and Orleans's own serializer, which fails on demand.</summary>
public sealed class FaultInjectingGrainStorage(FaultStore store, Serializer serializer) : IGrainStorage
{
    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (store.States.TryGetValue((grainId, stateName), out var held))
            (grainState.State, grainState.ETag, grainState.RecordExists) = (serializer.Deserialize<T>(held.Bytes), held.Etag, true);
        else
            (grainState.ETag, grainState.RecordExists) = (null, false);

        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var fault = store.Take(grainId, stateName);
        if (fault == StorageFault.BeforeWriting)
            throw new IOException($"{stateName} of {grainId} can't be written.");

        var etag = store.States.TryGetValue((grainId, stateName), out var held) ? held.Etag : null;
        if (fault == StorageFault.Conflict || etag != grainState.ETag)
            throw new InconsistentStateException($"{stateName} of {grainId} was written by another.", etag, grainState.ETag);

        var next = (int.Parse(etag ?? "0", CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);
        store.States[(grainId, stateName)] = (serializer.SerializeToArray(grainState.State), next);
        store.Writes.Enqueue((grainId, stateName));
        if (fault == StorageFault.AfterWriting)
            throw new TimeoutException($"No answer to writing {stateName} of {grainId}.");

        (grainState.ETag, grainState.RecordExists) = (next, true);
        return Task.CompletedTask;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => throw new NotSupportedException();
}
