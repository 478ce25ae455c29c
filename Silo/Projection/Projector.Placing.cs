using Confluent.Kafka;
using ShellCorp.Silo.Projection.Tables;

namespace ShellCorp.Silo.Projection;

/// <content>Where partitions are read from. All of it runs on the polling thread.</content>
internal sealed partial class Projector
{
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan HaltedInterval = TimeSpan.FromSeconds(5);
    private long _lastHalted;

    private IEnumerable<TopicPartitionOffset> OnAssigned(IConsumer<byte[]?, byte[]?> client, List<TopicPartition> assigned)
    {
        var partitions = assigned.ConvertAll(key => new ProjectedPartition(key));
        foreach (var partition in partitions)
            _partitions[partition.Key] = partition;
        if (!_stopping.IsCancellationRequested)
            TryPlace(client, partitions);
        foreach (var partition in partitions)
            _logger.LogProjectorAssigned(partition.Key.Topic, partition.Key.Partition.Value, partition.Next);
        _status.Tell(_partitions.Values);
        _isPaused = false;
        // What has no place yet is moved to it later; until then it is read from where nothing is.
        return partitions.ConvertAll(partition => new TopicPartitionOffset(partition.Key, partition.IsPlaced ? partition.Next : Offset.End));
    }

    private void OnRevoked(IConsumer<byte[]?, byte[]?> client, List<TopicPartitionOffset> revoked)
    {
        WriteRest(client);
        GiveUp(revoked);
    }

    /// <summary>Others may have them already. What is being written is refused where they have gone on.</summary>
    private void OnLost(IConsumer<byte[]?, byte[]?> client, List<TopicPartitionOffset> lost)
    {
        Unplace();
        GiveUp(lost);
    }

    private void GiveUp(List<TopicPartitionOffset> partitions)
    {
        foreach (var partition in partitions)
        {
            if (_partitions.Remove(partition.TopicPartition, out var known))
                _logger.LogProjectorRevoked(known.Key.Topic, known.Key.Partition.Value, known.Next);
        }

        _status.Tell(_partitions.Values);
    }

    private void PlaceAll(IConsumer<byte[]?, byte[]?> client)
    {
        var isLook = _time.GetElapsedTime(_lastHalted) >= HaltedInterval;
        var partitions = _partitions.Values.Where(partition => !partition.IsPlaced && (partition.Halted is null || isLook)).ToList();
        if (isLook)
            _lastHalted = _time.GetTimestamp();
        // What is being written has a say in where they stand.
        if (partitions.Count == 0 || _writing is not null || !TryPlace(client, partitions))
            return;
        try
        {
            Move(client, partitions);
        }
        catch (KafkaException exception)
        {
            // The client doesn't read it yet.
            Fail(exception);
        }
    }

    private void Move(IConsumer<byte[]?, byte[]?> client, List<ProjectedPartition> partitions)
    {
        client.Pause(partitions.Where(partition => !partition.IsPlaced).Select(partition => partition.Key));
        client.Resume(partitions.Where(partition => partition.IsPlaced).Select(partition => partition.Key));
        foreach (var partition in partitions.Where(partition => partition.IsPlaced))
            client.Seek(new TopicPartitionOffset(partition.Key, partition.Next));
        _isPaused = false;
    }

    private bool TryPlace(IConsumer<byte[]?, byte[]?> client, List<ProjectedPartition> partitions)
    {
        try
        {
            var bounds = partitions.ToDictionary(partition => partition, partition => client.QueryWatermarkOffsets(partition.Key, RequestTimeout));
            var stored = Waiting.For(() => StoredAsync(bounds));
            foreach (var (partition, bound) in bounds)
                Place(partition, stored[partition.Key], bound);
            return true;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            Fail(exception);
            return false;
        }
    }

    /// <summary>The positions, those added that are missing.</summary>
    private async Task<Dictionary<TopicPartition, StoredPosition>> StoredAsync(Dictionary<ProjectedPartition, WatermarkOffsets> bounds)
    {
        using var limit = new CancellationTokenSource(_options.WriteTimeout, _time);
        var stored = await ReadAsync(limit.Token);
        var changed = false;
        foreach (var (partition, bound) in bounds)
        {
            var known = stored.GetValueOrDefault(partition.Key);
            var wanted = known ?? new() { Topic = partition.Key.Topic, Partition = partition.Key.Partition.Value, Next = bound.Low.Value, TopicId = "" };
            if (known is null)
                _logger.LogProjectionBegins(wanted.Topic, wanted.Partition, wanted.Next);
            if (wanted.TopicId.Length == 0 && _topicIds.Find(wanted.Topic) is { } id)
                wanted = wanted with { TopicId = id };
            if (wanted == known)
                continue;
            await _tables.AddPositionAsync(wanted, limit.Token);
            changed = true;
        }

        return changed ? await ReadAsync(limit.Token) : stored;
    }

    private async Task<Dictionary<TopicPartition, StoredPosition>> ReadAsync(CancellationToken cancellationToken) =>
        (await _tables.ReadPositionsAsync(cancellationToken)).ToDictionary(position => new TopicPartition(position.Topic, position.Partition));

    private void Place(ProjectedPartition partition, StoredPosition stored, WatermarkOffsets bounds)
    {
        (partition.TopicId, partition.Next, partition.Reading, partition.End) = (stored.TopicId, stored.Next, stored.Next, bounds.High.Value);
        var reason = stored.FindGap(bounds, _topicIds.Find(stored.Topic));
        if (reason is not null && partition.Halted is null)
            _logger.LogProjectorHalted(partition.Key.Topic, partition.Key.Partition.Value, reason);
        partition.Halted = reason;
        partition.IsPlaced = reason is null;
    }
}
