namespace Orleans.Streaming.Kafka;

/// <summary>
/// The dead-letter topics of a provider, for tools outside of the cluster: <see cref="KafkaStreamOptions.BootstrapServers"/>,
/// <see cref="KafkaStreamOptions.GroupId"/>, <see cref="KafkaStreamOptions.DeadLetterSuffix"/> and the settings of librdkafka are what it
/// needs. Silos do the same by <see cref="IKafkaStreamAdmin.RedriveAsync"/>.
/// </summary>
public sealed class KafkaDeadLetterTopics
{
    private readonly DeadLetterReader _reader;
    private readonly Redriver _redriver;

    /// <summary>Connects at each use.</summary>
    /// <param name="options">The provider's options.</param>
    public KafkaDeadLetterTopics(KafkaStreamOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _reader = new DeadLetterReader(options);
        _redriver = new Redriver(options);
    }

    /// <summary>What a redrive would be offered: the dead letters of a topic since the last one. Nothing is changed.</summary>
    /// <param name="topic">The topic that records were refused from.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public IEnumerable<KafkaDeadLetter> Read(string topic, CancellationToken cancellationToken = default) => _reader.Read(topic, cancellationToken);

    /// <inheritdoc cref="IKafkaStreamAdmin.RedriveAsync"/>
    public Task<KafkaRedriven> RedriveAsync(string topic, Func<KafkaDeadLetter, bool>? filter = null, CancellationToken cancellationToken = default)
        => Task.Run(() => _redriver.Redrive(topic, filter ?? (_ => true), cancellationToken), cancellationToken);
}
