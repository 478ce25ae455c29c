using Confluent.Kafka;

namespace ShellCorp.Silo.Projection;

/// <content>Looking at how far behind it is, and at whether the topics are still the same.</content>
internal sealed partial class Projector
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(1);
    private long _lastLook;

    private void Look(IConsumer<byte[]?, byte[]?> client)
    {
        if (_time.GetElapsedTime(_lastLook) < LookInterval)
            return;
        _lastLook = _time.GetTimestamp();
        foreach (var partition in _partitions.Values)
        {
            partition.End = Math.Max(partition.End, KnownEnd(client, partition));
            // Its id is stored when it is placed, or halts it there.
            if (_topicIds.Find(partition.Key.Topic) is { } id && id != partition.TopicId && partition.Halted is null)
                Unplace();
        }

        LookAtPositions();
        _status.Tell(_partitions.Values);
    }

    /// <summary>A replay may have set positions back of partitions whose next record is far away; and a database that is away shows before it comes.</summary>
    private void LookAtPositions()
    {
        // A batch that is written tells by itself.
        var busy = _writing is null ? [] : _written.Batch.Ranges.Select(range => new TopicPartition(range.Topic, range.Partition)).ToHashSet();
        var placed = _partitions.Values.Where(partition => partition.IsPlaced && !busy.Contains(partition.Key)).ToList();
        if (placed.Count == 0)
            return;
        try
        {
            var stored = Waiting.For(async () =>
            {
                using var limit = new CancellationTokenSource(_options.WriteTimeout, _time);
                return await ReadAsync(limit.Token);
            });
            if (placed.Exists(partition => stored.GetValueOrDefault(partition.Key)?.Next != partition.Next))
                Replace();
        }
        catch (Exception exception)
        {
            Fail(exception);
        }
    }

    private static long KnownEnd(IConsumer<byte[]?, byte[]?> client, ProjectedPartition partition) =>
        client.GetWatermarkOffsets(partition.Key).High is { IsSpecial: false } high ? high.Value : 0;

    /// <summary>Whether records of the partition belong to another topic than the position.</summary>
    private bool IsRemade(ProjectedPartition partition) =>
        partition.TopicId.Length > 0 && _topicIds.Find(partition.Key.Topic) is { } id && id != partition.TopicId;
}
