using Confluent.Kafka;
using Confluent.Kafka.Admin;

namespace Orleans.Streaming.Kafka;

/// <summary>The ids that a broker gives topics: a topic that is deleted and made anew under its name gets another one.</summary>
public static class KafkaTopicIds
{
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Topic → id; of a topic that isn't there, or whose broker gives none, there is no entry.</summary>
    /// <param name="client">Any client's handle; its connections are used.</param>
    /// <param name="topics">The topics to ask for.</param>
    /// <exception cref="KafkaException">The broker doesn't answer.</exception>
    public static async Task<IReadOnlyDictionary<string, string>> FindAsync(Handle client, IEnumerable<string> topics)
    {
        using var admin = new DependentAdminClientBuilder(client).Build();
        return (await DescribeAsync(admin, topics))
            .Where(topic => !topic.Error.IsError && (topic.TopicId.MostSignificantBits != 0 || topic.TopicId.LeastSignificantBits != 0))
            .ToDictionary(topic => topic.Name, topic => $"{topic.TopicId}", StringComparer.Ordinal);
    }

    private static async Task<IEnumerable<TopicDescription>> DescribeAsync(IAdminClient admin, IEnumerable<string> topics)
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
