using Confluent.Kafka;
using Orleans.Streaming.Kafka;
using ShellCorp.Silo.Kafka;
using ShellCorp.Silo.Projection.Tables;

namespace ShellCorp.Silo.Projection;

/// <summary>
/// Writes what the log says into tables, each record once: a batch is one transaction, which moves the stored positions from where the batch
/// begins or is rolled back. What is read begins at the stored positions; the group only shares the partitions out, and shows the lag.
/// </summary>
/// <remarks>A thread of its own polls the consumer, since Confluent's client blocks. While one batch is written it gathers the next.</remarks>
internal sealed partial class Projector : IDisposable
{
    private static readonly TimeSpan PollTimeout = TimeSpan.FromMilliseconds(100);
    // Where something waits for the answer: what is gathered already, or what comes of a batch that is written.
    private static readonly TimeSpan ShortPoll = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan LeavePatience = TimeSpan.FromSeconds(45);

    private readonly ProjectionTables _tables;
    private readonly KafkaDeadLetters _deadLetters;
    private readonly KafkaOptions _kafka;
    private readonly ProjectionOptions _options;
    private readonly ProjectorStatus _status;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<TopicPartition, ProjectedPartition> _partitions = [];
    private readonly KafkaTopicIds _topicIds = new();
    private readonly Retry _retry;
    private bool _isStarted;
    private bool _isPaused;

    public Projector(
        ProjectionTables tables, KafkaDeadLetters deadLetters, KafkaOptions kafka, ProjectionOptions options, ProjectorStatus status, TimeProvider time, ILogger logger)
    {
        (_tables, _deadLetters, _kafka, _options, _status, _time, _logger) = (tables, deadLetters, kafka, options, status, time, logger);
        _retry = new(options, time);
    }

    /// <summary>Joins the group.</summary>
    public void Start()
    {
        _isStarted = true;
        new Thread(Run) { IsBackground = true, Name = "Projector" }.Start();
    }

    /// <summary>Finishes what is under way and leaves the group.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        if (_isStarted)
            await _ended.Task.WaitAsync(_options.WriteTimeout + LeavePatience, _time, cancellationToken);
    }

    public void Dispose()
    {
        // A thread that was left behind still looks at it.
        if (!_isStarted || _ended.Task.IsCompleted)
            _stopping.Dispose();
    }

    private void Run()
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                RunClient();
            }
            catch (Exception exception)
            {
                Fail(exception);
                _partitions.Clear();
                _stopping.Token.WaitHandle.WaitOne(_retry.Wait);
            }
        }

        _ended.TrySetResult();
    }

    private void RunClient()
    {
        var consumed = ConsumedTopics.Projection(_kafka);
        using var client = Build(consumed.GroupId);
        client.Subscribe(consumed.Topics);
        while (!_stopping.IsCancellationRequested)
        {
            if (_retry.IsDue)
                Step(client);
            else
                Idle(client);
            Look(client);
        }

        WriteRest(client);
        client.Close();
    }

    private void Step(IConsumer<byte[]?, byte[]?> client)
    {
        PlaceAll(client);
        Gather(client);
        if (_gathered.IsFull(_options.BatchRecords))
            EndWrite(client, _options.WriteTimeout);
        else if (_writing is { IsCompleted: true })
            EndWrite(client, TimeSpan.Zero);
        BeginWrite();
    }

    /// <summary>Stays a member of the group. What comes is dropped: it is read again from the stored positions.</summary>
    private void Idle(IConsumer<byte[]?, byte[]?> client)
    {
        if (!_isPaused)
            client.Pause(_partitions.Keys);
        _isPaused = true;
        Poll(client, PollTimeout);
    }

    private IConsumer<byte[]?, byte[]?> Build(string group)
    {
        var settings = _kafka.ToLibrdkafka();
        if (_kafka.IsEmbedded)
            EmbeddedBrokers.SetConsumer(settings);
        var config = new ConsumerConfig(settings)
        {
            GroupId = group,
            EnableAutoCommit = true,
            AutoCommitIntervalMs = 250,
            EnableAutoOffsetStore = false,
            AutoOffsetReset = AutoOffsetReset.Error,
            AllowAutoCreateTopics = false,
        };
        // With Kafka's newer protocol the brokers assign, always incrementally.
        if (config.GroupProtocol != GroupProtocol.Consumer)
            config.PartitionAssignmentStrategy = PartitionAssignmentStrategy.CooperativeSticky;
        return new ConsumerBuilder<byte[]?, byte[]?>(KafkaTopicIds.Named(config))
            .SetPartitionsAssignedHandler(OnAssigned)
            .SetPartitionsRevokedHandler(OnRevoked)
            .SetPartitionsLostHandler(OnLost)
            .SetLogHandler((_, message) => _topicIds.Hear(message))
            .SetErrorHandler((_, error) => _logger.LogProjectorClient(error.Code, error.Reason))
            .Build();
    }
}
