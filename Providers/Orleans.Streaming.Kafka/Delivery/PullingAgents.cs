using System.Collections.Concurrent;

namespace Orleans.Streaming.Kafka;

/// <summary>Finds the partition that a pulling agent serves, by the agent's identity: <c>silo+provider_number_queue</c>.</summary>
internal sealed class PullingAgents(IEnumerable<KafkaStreamsRuntime> runtimes)
{
    private static readonly GrainType AgentType = SystemTargetGrainId.CreateGrainType("stream.agent");

    // A name may begin with another one.
    private readonly KafkaStreamsRuntime[] _runtimes = [.. runtimes.OrderByDescending(runtime => runtime.Name.Length)];
    private readonly ConcurrentDictionary<GrainId, Agent?> _agents = new();

    /// <summary>Null if the caller is no agent of a Kafka provider.</summary>
    internal AssignedPartition? PartitionOf(GrainId? caller)
    {
        if (caller is not { } id || id.Type != AgentType)
            return null;
        return _agents.GetOrAdd(id, Parse) is { } agent ? agent.Runtime.Table.Served(agent.Queue) : null;
    }

    private Agent? Parse(GrainId id)
    {
        var key = id.Key.ToString()!;
        foreach (var runtime in _runtimes)
        {
            var name = key.IndexOf($"+{runtime.Name}_", StringComparison.Ordinal);
            var number = name < 0 ? -1 : name + runtime.Name.Length + 2;
            var queue = number < 0 ? -1 : key.IndexOf('_', number);
            if (queue > 0 && int.TryParse(key.AsSpan(number, queue - number), out _))
                return new Agent(runtime, key[(queue + 1)..]);
        }

        return null;
    }

    private sealed record Agent(KafkaStreamsRuntime Runtime, string Queue);
}
