using Confluent.Kafka;
using Confluent.Kafka.Admin;

namespace Orleans.Streaming.Kafka;

/// <summary>
/// Tells topics that were deleted and made anew under their name: the broker gives each an id of its own. Where positions are out of the new
/// topic's range the consumer notices by itself; where they are within, only the id tells. Brokers without ids tell nothing.
/// </summary>
internal sealed class TopicIdentities(IReadOnlyList<string> topics)
{
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);

    internal bool IsKnown => _known.Count > 0;

    /// <summary>The topics whose id isn't what it was at the last look.</summary>
    /// <exception cref="KafkaException">The broker doesn't answer.</exception>
    internal async Task<IReadOnlyList<string>> FindRemadeAsync(Handle client)
    {
        using var admin = new DependentAdminClientBuilder(client).Build();
        var remade = new List<string>();
        foreach (var topic in await DescribeAsync(admin))
        {
            var id = $"{topic.TopicId}";
            if (topic.Error.IsError || (topic.TopicId.MostSignificantBits == 0 && topic.TopicId.LeastSignificantBits == 0))
                continue;
            if (!_known.TryAdd(topic.Name, id) && _known[topic.Name] != id)
            {
                _known[topic.Name] = id;
                remade.Add(topic.Name);
            }
        }

        return remade;
    }

    private async Task<IEnumerable<TopicDescription>> DescribeAsync(IAdminClient admin)
    {
        try
        {
            return (await admin.DescribeTopicsAsync(TopicCollection.OfTopicNames(topics), new DescribeTopicsOptions { RequestTimeout = RequestTimeout })).TopicDescriptions;
        }
        catch (DescribeTopicsException exception)
        {
            // One that is gone has no id; the others have.
            return exception.Results.TopicDescriptions;
        }
    }
}
