using System.Collections.Concurrent;
using Orleans.Storage;
using ShellCorp.Silo.Storage;

namespace ShellCorp.Cluster.Tests.Systems;

/// <summary>The embedded storage behind a switch that makes every access fail, as a database that is away does.</summary>
internal sealed class FaultyStorage(EmbeddedGrainStorage storage, FaultyStorage.Switch fault) : IGrainStorage
{
    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        fault.Through(() =>
        {
            fault.Read(grainId);
            return storage.ReadStateAsync(stateName, grainId, grainState);
        });

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        fault.Through(() => storage.WriteStateAsync(stateName, grainId, grainState));

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        fault.Through(() => storage.ClearStateAsync(stateName, grainId, grainState));

    /// <summary>One for all silos of a test.</summary>
    internal sealed class Switch
    {
        private int _refused;

        /// <summary>How often each grain's states were read.</summary>
        public ConcurrentDictionary<GrainId, int> Reads { get; } = new();

        public bool IsOn { get; set; }

        /// <summary>How often it made an access fail.</summary>
        public int Refused => Volatile.Read(ref _refused);

        public void Read(GrainId grain) => Reads.AddOrUpdate(grain, 1, (_, reads) => reads + 1);

        public Task Through(Func<Task> access)
        {
            if (!IsOn)
                return access();
            Interlocked.Increment(ref _refused);
            throw new IOException("The storage is away (on purpose).");
        }
    }
}
