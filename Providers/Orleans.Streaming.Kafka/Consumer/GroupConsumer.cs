using Confluent.Kafka;
using KafkaErrorCode = Confluent.Kafka.ErrorCode;

namespace Orleans.Streaming.Kafka;

/// <summary>
/// The silo's one member of the consumer group. A thread of its own polls it, since Confluent's client blocks; the client itself is
/// thread-safe for everything but polling.
/// </summary>
internal sealed partial class GroupConsumer(ProviderContext context, PartitionTable table, KafkaQueueMapper mapper, KafkaQueueBalancer balancer, TopicIdentities topics) : IDisposable
{
    // Only the wish to stop and rewinds wait for it; records come at once.
    private static readonly TimeSpan PollTimeout = TimeSpan.FromMilliseconds(100);

    // Commits and the farewell, each of which librdkafka may repeat. It gives no time-out for either.
    private static readonly TimeSpan LeavePatience = TimeSpan.FromSeconds(45);

    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _clientLock = new();
#pragma warning disable CA2213 // The polling thread makes and disposes it; here it is only borrowed.
    private IConsumer<byte[]?, byte[]?>? _client;
#pragma warning restore CA2213
    private Task _background = Task.CompletedTask;
    private bool _started;
    private volatile bool _abrupt;

    /// <summary>Joins the group and begins to poll.</summary>
    internal void Start()
    {
        _started = true;
        new Thread(Run) { IsBackground = true, Name = $"Kafka streams {context.Name}" }.Start();
        _background = Task.WhenAll(CommitUntilStoppedAsync(), LookUntilStoppedAsync());
    }

    /// <summary>Gives every partition up and leaves the group. Once the token is cancelled, deliveries under way are no longer waited for.</summary>
    internal async Task StopAsync(CancellationToken cancellationToken)
    {
        if (!_started)
            return;
        await using var abrupt = cancellationToken.Register(() => _abrupt = true);
        await _stopping.CancelAsync();
        try
        {
            await _ended.Task.WaitAsync(context.Options.QuiesceTimeout + LeavePatience, context.Time, CancellationToken.None);
            await _background;
        }
        catch (TimeoutException)
        {
            // Its thread ends with the process; the group notices by the session time-out.
            LogClientHangs(context.Logger, context.Name);
        }
    }

    /// <summary>The offset after a partition's last record as of the last fetch, or 0 if it isn't known.</summary>
    internal long EndOffsetOf(AssignedPartition partition)
    {
        lock (_clientLock)
        {
            var high = _client?.GetWatermarkOffsets(new TopicPartition(partition.Topic, partition.Partition)).High;
            return Math.Max(high is { IsSpecial: false } offset ? offset.Value : 0, partition.KnownEnd);
        }
    }

    public void Dispose()
    {
        // A thread that was left behind still looks at it.
        if (!_started || _ended.Task.IsCompleted)
            _stopping.Dispose();
    }

    private void Run()
    {
        for (var failures = 0; !_stopping.IsCancellationRequested;)
        {
            try
            {
                RunClient(ref failures);
            }
            catch (Exception exception)
            {
                failures++;
                var pause = Backoff.After(failures, context.Options.RetryBackoffMin, context.Options.RetryBackoffMax, jitter: 0);
                LogConsumerFailed(context.Logger, exception, context.Name, pause);
                LoseAll();
                _stopping.Token.WaitHandle.WaitOne(pause);
            }
        }

        _ended.TrySetResult();
        RefuseRewinds();
    }

    private void RunClient(ref int failures)
    {
        using var client = Build();
        lock (_clientLock)
            _client = client;
        try
        {
            client.Subscribe(context.Options.Topics.Select(topic => topic.Name));
            while (!_stopping.IsCancellationRequested)
            {
                var result = Poll(() => client.Consume(PollTimeout));
                HaltRemade();
                if (result is not null)
                    Dispatch(client, result);
                RunRewinds(client);
                failures = 0;
            }

            Settle(client);
        }
        finally
        {
            Detach();
        }

        // A silo that is killed leaves as one does that crashes: nothing is committed, and the group notices by the session time-out.
        if (_abrupt)
            LoseAll();
        else
            client.Close();
    }

    /// <summary>Other threads don't use the client from here on: librdkafka crashes where it is closed under a call.</summary>
    private void Detach()
    {
        lock (_commitLock)
        {
            lock (_lookLock)
            {
                lock (_clientLock)
                    _client = null;
            }
        }
    }

    private ConsumeResult<byte[]?, byte[]?>? Poll(Func<ConsumeResult<byte[]?, byte[]?>?> consume)
    {
        try
        {
            return consume();
        }
        catch (ConsumeException exception) when (!exception.Error.IsFatal)
        {
            OnPollError(exception);
            return null;
        }
    }

    private void Dispatch(IConsumer<byte[]?, byte[]?> client, ConsumeResult<byte[]?, byte[]?> result)
    {
        if (table.Find(result.TopicPartition) is not { } partition)
            return;
        if (result.IsPartitionEOF)
        {
            partition.ReachedEnd(result.Offset.Value);
            return;
        }

        Identify(partition);
        partition.Add(ConsumedRecord.From(result));
        partition.PauseIfFull(() => client.Pause([result.TopicPartition]), () => Resume(result.TopicPartition));
    }

    private void Resume(TopicPartition partition)
    {
        lock (_clientLock)
        {
            if (_client is not null && table.Find(partition) is not null)
                TryResume(_client, partition);
        }
    }

    private void TryResume(IConsumer<byte[]?, byte[]?> client, TopicPartition partition)
    {
        try
        {
            client.Resume([partition]);
        }
        catch (KafkaException exception)
        {
            // Revoked at this moment: whoever has it next begins unpaused.
            LogResumeFailed(context.Logger, exception, partition.Topic, partition.Partition.Value);
        }
    }

    private void OnPollError(ConsumeException exception)
    {
        var at = exception.ConsumerRecord?.TopicPartition;
        if (exception.Error.Code is KafkaErrorCode.Local_AutoOffsetReset or KafkaErrorCode.OffsetOutOfRange && at is not null && table.Find(at) is { } partition)
        {
            partition.Halt($"Kafka no longer has the offset to go on from: {exception.Error.Reason}");
            LogPartitionHalted(context.Logger, partition.Topic, partition.Partition, exception.Error.Reason);
            return;
        }

        LogPollError(context.Logger, context.Name, exception.Error.Code, exception.Error.Reason);
    }

    private void Hear(LogMessage message)
    {
        topics.Hear(message);
        ClientLog.Write(context.Logger, context.Options, message);
    }

    private IConsumer<byte[]?, byte[]?> Build()
        => new ConsumerBuilder<byte[]?, byte[]?>(TopicIdentities.Named(ClientSettings.Consumer(context.Options)))
            .SetPartitionsAssignedHandler(OnAssigned)
            .SetPartitionsRevokedHandler(OnRevoked)
            .SetPartitionsLostHandler(OnLost)
            .SetLogHandler((_, message) => Hear(message))
            .SetErrorHandler((_, error) => LogClientError(context.Logger, context.Name, error.Code, error.Reason))
            .Build();
}
