using System.Collections.Concurrent;

namespace ShellCorp.Grains.Tests.Clusters;

/// <summary>What a <see cref="FaultInjectingGrainStorage"/> holds, and which of the next writes go wrong.</summary>
public sealed class FaultStore
{
    private readonly Lock _lock = new();
    private readonly List<(string State, GrainId Grain, StorageFault Fault)> _faults = [];

    /// <summary>Bytes and etag by grain and state.</summary>
    public ConcurrentDictionary<(GrainId Grain, string State), (byte[] Bytes, string Etag)> States { get; } = new();

    /// <summary>Writes that reached the storage, in order.</summary>
    public ConcurrentQueue<(GrainId Grain, string State)> Writes { get; } = new();

    /// <summary>Lets the next write of a state go wrong.</summary>
    public void Fail(GrainId grain, string state, StorageFault fault)
    {
        lock (_lock)
            _faults.Add((state, grain, fault));
    }

    /// <summary>The fault of this write, which is used up by it.</summary>
    public StorageFault? Take(GrainId grain, string state)
    {
        lock (_lock)
        {
            var index = _faults.FindIndex(fault => fault.State == state && fault.Grain == grain);
            if (index < 0)
                return null;

            var fault = _faults[index].Fault;
            _faults.RemoveAt(index);
            return fault;
        }
    }
}
