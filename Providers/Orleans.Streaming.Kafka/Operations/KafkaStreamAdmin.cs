using Orleans.Providers.Streams.Common;

namespace Orleans.Streaming.Kafka;

/// <summary>Operates a provider by commands to all silos, and its dead-letter topics directly.</summary>
internal sealed class KafkaStreamAdmin(KafkaStreamsRuntime runtime, IGrainFactory grains) : IKafkaStreamAdmin
{
    private readonly Redriver _redriver = new(runtime.Options);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<KafkaPartitionStatus>> GetStatusAsync(CancellationToken cancellationToken)
    {
        var statuses = await AskAllAsync<KafkaPartitionStatus[]>(ControlCommand.Status, argument: null, cancellationToken);
        return [.. statuses.SelectMany(each => each).OrderBy(status => status.Topic, StringComparer.Ordinal).ThenBy(status => status.Partition)];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<KafkaRewound>> RewindAsync(string topic, KafkaPosition position, int? partition, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(position);
        if (!runtime.Options.Topics.Any(known => known.Name == topic))
            throw new ArgumentException($"Provider '{runtime.Name}' does not read topic '{topic}'.", nameof(topic));
        int[] wanted = partition is { } one ? [one] : [.. Enumerable.Range(0, TopicMetadata.CountPartitions(runtime.Options, topic))];
        var epoch = runtime.Context.Time.GetUtcNow().ToUnixTimeMilliseconds();
        // All silos know first that positions are void, and only then is anything read again: whoever has a partition by then obeys it.
        await AskAllAsync<object>(ControlCommand.SetEpochs, new ReadingEpochs(new() { [topic] = wanted.ToDictionary(each => each, _ => epoch) }), cancellationToken);
        var rewound = await AskAllAsync<KafkaRewound[]>(ControlCommand.Rewind, new RewindRequest(topic, partition, position), cancellationToken);
        KafkaRewound[] done = [.. rewound.SelectMany(each => each).OrderBy(each => each.Partition)];
        var missing = wanted.Except(done.Select(each => each.Partition)).ToList();
        return missing.Count == 0
            ? done
            : throw new InvalidOperationException($"Partition(s) {string.Join(", ", missing)} of '{topic}' are with no silo at this moment and were not set to {position}; the others were. Try again.");
    }

    /// <inheritdoc/>
    public Task<KafkaRedriven> RedriveAsync(string topic, Func<KafkaDeadLetter, bool>? filter, CancellationToken cancellationToken)
        => Task.Run(() => _redriver.Redrive(topic, filter ?? (_ => true), cancellationToken), cancellationToken);

    private async Task<IReadOnlyList<T>> AskAllAsync<T>(ControlCommand command, object? argument, CancellationToken cancellationToken)
    {
        var answers = await grains.GetGrain<IManagementGrain>(0)
            .SendControlCommandToProvider<PersistentStreamProvider>(runtime.Name, (int)command, argument, cancellationToken);
        return [.. answers.OfType<T>()];
    }
}
