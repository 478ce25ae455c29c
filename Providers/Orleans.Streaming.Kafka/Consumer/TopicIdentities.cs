using Confluent.Kafka;

namespace Orleans.Streaming.Kafka;

/// <summary>
/// Tells topics that were deleted and made anew under their name: the broker gives each an id of its own. Where positions are out of the new
/// topic's range the consumer notices by itself; where they are within, only the id tells. Brokers without ids tell nothing.
/// </summary>
internal sealed class TopicIdentities(IReadOnlyList<string> topics)
{
    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);

    internal bool IsKnown => _known.Count > 0;

    /// <summary>The topics whose id isn't what it was at the last look.</summary>
    /// <exception cref="KafkaException">The broker doesn't answer.</exception>
    internal async Task<IReadOnlyList<string>> FindRemadeAsync(Handle client)
    {
        var remade = new List<string>();
        foreach (var (topic, id) in await KafkaTopicIds.FindAsync(client, topics))
        {
            if (!_known.TryAdd(topic, id) && _known[topic] != id)
            {
                _known[topic] = id;
                remade.Add(topic);
            }
        }

        return remade;
    }
}
