
namespace Orleans.Streaming.Kafka;

/// <summary>Refuses options that can't work, when the silo or client starts.</summary>
internal sealed class KafkaStreamOptionsValidator(KafkaStreamOptions options, string name, bool consumes) : IConfigurationValidator
{
    /// <inheritdoc/>
    /// <exception cref="OrleansConfigurationException">An option is wrong; the message says which, its limit, the value and why.</exception>
    public void ValidateConfiguration()
    {
        RequireText(options.BootstrapServers, nameof(options.BootstrapServers), "without it there is no Kafka to connect to");
        if (consumes)
            RequireText(options.GroupId, nameof(options.GroupId), "the silos share the partitions as one consumer group");
        RequireText(options.DeadLetterSuffix, nameof(options.DeadLetterSuffix), "refused records would be written back to their own topic");
        RequireTopics();
        RequireAtLeast(options.MaxCachedRecords, 1, nameof(options.MaxCachedRecords), "nothing could be delivered");
        RequireAtLeast(options.MaxCachedBytes, 1, nameof(options.MaxCachedBytes), "nothing could be delivered");
        RequireAtLeast(options.MaxBatchRecords, 1, nameof(options.MaxBatchRecords), "nothing could be delivered");
        RequireAtLeast(options.MaxBatchBytes, 1, nameof(options.MaxBatchBytes), "nothing could be delivered");
        RequirePositive(options.RetryBackoffMin, nameof(options.RetryBackoffMin));
        RequirePositive(options.CommitInterval, nameof(options.CommitInterval));
        RequirePositive(options.HandshakeTimeout, nameof(options.HandshakeTimeout));
        Require(options.RetryBackoffMax >= options.RetryBackoffMin, nameof(options.RetryBackoffMax), options.RetryBackoffMax, $"must not be below {nameof(options.RetryBackoffMin)}, {options.RetryBackoffMin}");
        Require(options.QuiesceTimeout >= TimeSpan.Zero, nameof(options.QuiesceTimeout), options.QuiesceTimeout, "must not be negative");
        RequireRefusedTypes();
        RequireLibrdkafka();
    }

    private void RequireTopics()
    {
        Require(options.Topics.Count > 0, nameof(options.Topics), "none", "must name at least one topic");
        foreach (var topic in options.Topics)
        {
            RequireText(topic.Name, $"{nameof(options.Topics)}.{nameof(topic.Name)}", "it is the Kafka topic to read");
            Require(
                topic.StreamKeyHeader is null || !options.Rewindable, $"{nameof(options.Topics)}.{nameof(topic.StreamKeyHeader)}", topic.StreamKeyHeader,
                $"of topic '{topic.Name}' needs {nameof(options.Rewindable)} to be false: a stream that comes from several partitions has no one position to go back to");
        }

        RequireUnique(options.Topics.Select(topic => topic.Name), nameof(KafkaTopicOptions.Name), "each topic is read once");
        RequireUnique(options.Topics.Select(topic => topic.StreamNamespace), nameof(KafkaTopicOptions.Namespace), "a stream belongs to one topic");
    }

    private void RequireRefusedTypes()
    {
        foreach (var type in options.RefusedExceptionTypes)
            Require(typeof(Exception).IsAssignableFrom(type), nameof(options.RefusedExceptionTypes), type, "must be types of exceptions: consumers throw them");
    }

    private void RequireLibrdkafka()
    {
        foreach (var (setting, value) in options.Librdkafka)
        {
            if (ClientSettings.Reserved.TryGetValue(setting, out var reason))
                throw Refused($"{nameof(options.Librdkafka)}:{setting}", value, $"is not to be set here: {reason}");
        }

        if (options.Librdkafka.TryGetValue("group.protocol", out var protocol) && string.Equals(protocol, "consumer", StringComparison.OrdinalIgnoreCase))
        {
            foreach (var setting in ClientSettings.OfClassicProtocol.Where(options.Librdkafka.ContainsKey))
                throw Refused($"{nameof(options.Librdkafka)}:{setting}", options.Librdkafka[setting], "is not to be set with group.protocol=consumer: the brokers set it");
        }

        // While a partition is handed over nobody polls, and Kafka takes a silent member's partitions away.
        if (options.Librdkafka.TryGetValue("max.poll.interval.ms", out var text) && int.TryParse(text, out var milliseconds))
            Require(
                TimeSpan.FromMilliseconds(milliseconds) >= options.QuiesceTimeout * 2, $"{nameof(options.Librdkafka)}:max.poll.interval.ms", text,
                $"must be at least twice {nameof(options.QuiesceTimeout)}, {options.QuiesceTimeout}: a hand-over may take that long");
    }

    private void RequireUnique(IEnumerable<string> values, string what, string why)
    {
        var twice = values.GroupBy(value => value, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1)?.Key;
        Require(twice is null, $"{nameof(options.Topics)}.{what}", twice, $"is there more than once: {why}");
    }

    private void RequireText(string? value, string option, string why) => Require(!string.IsNullOrWhiteSpace(value), option, value, $"must not be empty: {why}");

    private void RequireAtLeast(long value, long least, string option, string why) => Require(value >= least, option, value, $"must be at least {least}: {why}");

    private void RequirePositive(TimeSpan value, string option) => Require(value > TimeSpan.Zero, option, value, "must be longer than zero");

    private void Require(bool holds, string option, object? value, string limit)
    {
        if (!holds)
            throw Refused(option, value, limit);
    }

    private OrleansConfigurationException Refused(string option, object? value, string limit)
        => new($"Kafka stream provider '{name}': {option} {limit}. It is '{value}'.");
}
