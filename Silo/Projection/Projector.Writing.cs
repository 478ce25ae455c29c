using Confluent.Kafka;
using Oltp.Sessions;
using ShellCorp.Silo.Projection.Tables;

namespace ShellCorp.Silo.Projection;

/// <content>Gathering and writing. One batch is written at a time.</content>
internal sealed partial class Projector
{
    private GatheredBatch _gathered = new();
    private GatheredBatch _written = new();
    private Task? _writing;

    private void Gather(IConsumer<byte[]?, byte[]?> client)
    {
        var wait = _writing is null && _gathered.IsEmpty ? PollTimeout : ShortPoll;
        while (!_gathered.IsFull(_options.BatchRecords) && Poll(client, wait) is { } record)
        {
            wait = ShortPoll;
            if (!_partitions.TryGetValue(record.TopicPartition, out var partition) || !partition.IsPlaced || IsRemade(partition) || record.Offset.Value < partition.Reading)
                continue;
            _gathered.Add(record, partition.Reading);
            partition.Reading = record.Offset.Value + 1;
        }
    }

    private ConsumeResult<byte[]?, byte[]?>? Poll(IConsumer<byte[]?, byte[]?> client, TimeSpan wait)
    {
        try
        {
            return client.Consume(wait);
        }
        catch (ConsumeException exception) when (!exception.Error.IsFatal)
        {
            _logger.LogProjectorClient(exception.Error.Code, exception.Error.Reason);
            // Where it stands is looked at anew, and whether the log still has it.
            if (exception.ConsumerRecord?.TopicPartition is { } at && _partitions.TryGetValue(at, out var partition))
                partition.IsPlaced = false;
            return null;
        }
    }

    private void BeginWrite()
    {
        if (_writing is not null || _gathered.IsEmpty)
            return;
        (_written, _gathered) = (_gathered, new());
        _writing = WriteAsync(_written);
    }

    private async Task WriteAsync(GatheredBatch gathered)
    {
        await Task.Yield();
        using var limit = new CancellationTokenSource(_options.WriteTimeout, _time);
        // The positions may pass a record that can't be read once it is kept elsewhere.
        foreach (var refused in gathered.Refused)
            await _deadLetters.WriteAsync(refused.Record, refused.Reason.Message, refused.Reason, limit.Token);
        await _tables.ApplyAsync(gathered.Batch, limit.Token);
    }

    /// <summary>Waits for the batch that is written, if any, and notes what came of it.</summary>
    private void EndWrite(IConsumer<byte[]?, byte[]?> client, TimeSpan patience)
    {
        if (_writing is not { } writing || !Waiting.TryFor(writing, patience, _time))
            return;
        _writing = null;
        if (writing.IsCompletedSuccessfully)
            Advance(client);
        else if (writing.Exception?.InnerException is PositionMovedException)
            Replace();
        else
            Fail(writing.Exception?.InnerException ?? new TimeoutException($"The transaction took longer than {_options.WriteTimeout}."));
    }

    private void Advance(IConsumer<byte[]?, byte[]?> client)
    {
        foreach (var range in _written.Batch.Ranges)
        {
            if (!_partitions.TryGetValue(new(range.Topic, range.Partition), out var partition))
                continue;
            partition.Next = range.Until;
            client.StoreOffset(new TopicPartitionOffset(partition.Key, range.Until));
        }

        _status.Projected(_written.Batch.Ratings.Count, _written.Batch.Facts.Count, _written.Refused.Count);
        _retry.Succeeded();
        _status.Works();
    }

    /// <summary>Somebody else has moved a position: a replay, or the partition's next owner.</summary>
    private void Replace()
    {
        _logger.LogPositionsMoved();
        Unplace();
    }

    private void Fail(Exception exception)
    {
        _retry.Failed();
        _status.Fails(exception, _time.GetUtcNow());
        if (exception is OutcomeUnknownException)
            _logger.LogOutcomeUnknown(exception, _retry.Wait);
        else
            _logger.LogProjectionFailed(exception, _retry.Wait);
        Unplace();
    }

    /// <summary>Whatever isn't stored is read again, from the positions as they are then.</summary>
    private void Unplace()
    {
        _gathered = new();
        foreach (var partition in _partitions.Values)
            partition.IsPlaced = false;
    }

    /// <summary>Writes what there is, while the partitions are still this silo's; what can't be written is somebody else's to read.</summary>
    private void WriteRest(IConsumer<byte[]?, byte[]?> client)
    {
        EndWrite(client, _options.WriteTimeout + LeavePatience);
        BeginWrite();
        EndWrite(client, _options.WriteTimeout + LeavePatience);
    }
}
