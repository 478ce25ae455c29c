using Confluent.Kafka;
using Oltp.Sessions;
using ShellCorp.Silo.Kafka;
using ShellCorp.Silo.Projection.Tables;

namespace ShellCorp.Silo.Projection.Commands;

/// <summary>
/// Builds the projection anew from what the log keeps, in tables of its own, and puts these in the place of the others together with the
/// positions. A projector that runs meanwhile finds its positions moved and goes on from there.
/// </summary>
internal sealed class ProjectionReplay(IOltpDatabase database, KafkaOptions kafka, ProjectionOptions options, TextWriter output)
{
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PollTimeout = TimeSpan.FromSeconds(1);
    private readonly ProjectionTables _tables = new(database, ProjectionSql.Shadow);
    private readonly Dictionary<TopicPartition, long> _reading = [];
    private int _records;
    private int _refused;

    /// <summary>Rebuilds it up to the end of the log.</summary>
    /// <exception cref="InvalidOperationException">Another replay is under way, or the log has forgotten what it began with.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var hold = await database.TryHoldAsync("projection/replay", cancellationToken)
            ?? throw new InvalidOperationException("Another replay of the projection is under way.");
        await database.RunAsync(session => session.ExecuteAsync(ProjectionSql.MakeShadows, new { }), cancellationToken);
        using var consumer = Build();
        await BeginAsync(consumer, cancellationToken);
        await ReadAsync(consumer, cancellationToken);
        consumer.Close();
        await database.RunAsync(SwapAsync, cancellationToken);
        await output.WriteLineAsync($"The projection is rebuilt of {_records} record(s); {_refused} of them can't be read and are left out.".AsMemory(), cancellationToken);
    }

    private static async Task<bool> SwapAsync(OltpSession session)
    {
        foreach (var statement in ProjectionSql.Swap)
            await session.ExecuteAsync(statement, new { });
        return true;
    }

    private IConsumer<byte[]?, byte[]?> Build()
    {
        var settings = kafka.ToLibrdkafka();
        if (kafka.IsEmbedded)
            EmbeddedBrokers.SetConsumer(settings);
        // It joins no group: partitions are assigned by hand, and nothing is committed.
        return new ConsumerBuilder<byte[]?, byte[]?>(new ConsumerConfig(settings)
        {
            GroupId = $"{ConsumedTopics.Projection(kafka).GroupId}.replay",
            EnableAutoCommit = false,
            AutoOffsetReset = AutoOffsetReset.Error,
            EnablePartitionEof = true,
            AllowAutoCreateTopics = false,
        }).Build();
    }

    /// <summary>At the first offset that the log keeps of each partition. The topics' ids are added by whoever goes on from the positions.</summary>
    private async Task BeginAsync(IConsumer<byte[]?, byte[]?> consumer, CancellationToken cancellationToken)
    {
        using var admin = new DependentAdminClientBuilder(consumer.Handle).Build();
        foreach (var topic in ConsumedTopics.Projected)
        {
            foreach (var partition in admin.GetMetadata(topic, RequestTimeout).Topics.Single().Partitions.Select(partition => new TopicPartition(topic, partition.PartitionId)))
            {
                var first = consumer.QueryWatermarkOffsets(partition, RequestTimeout).Low.Value;
                _reading[partition] = first;
                await _tables.AddPositionAsync(new() { Topic = topic, Partition = partition.Partition.Value, Next = first, TopicId = "" }, cancellationToken);
                if (first > 0 && !options.ReplayWithoutForgotten)
                    throw new InvalidOperationException(
                        $"{topic} [{partition.Partition.Value}] is kept from offset {first} on. Tables without what was before are put in place only with {ProjectionOptions.Section}:{nameof(ProjectionOptions.ReplayWithoutForgotten)}=true.");
                if (first > 0)
                    await output.WriteLineAsync($"{topic} [{partition.Partition.Value}] is kept from offset {first} on; what was before is not in the projection any more.".AsMemory(), cancellationToken);
            }
        }

        consumer.Assign(_reading.Select(partition => new TopicPartitionOffset(partition.Key, partition.Value)));
    }

    private async Task ReadAsync(IConsumer<byte[]?, byte[]?> consumer, CancellationToken cancellationToken)
    {
        var open = _reading.Keys.ToHashSet();
        var gathered = new GatheredBatch();
        while (open.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (consumer.Consume(PollTimeout) is not { } record)
                continue;
            if (record.IsPartitionEOF)
                open.Remove(record.TopicPartition);
            else
                Take(gathered, record);
            if (gathered.IsFull(options.BatchRecords))
            {
                await _tables.ApplyAsync(gathered.Batch, cancellationToken);
                gathered = new();
            }
        }

        if (!gathered.IsEmpty)
            await _tables.ApplyAsync(gathered.Batch, cancellationToken);
    }

    private void Take(GatheredBatch gathered, ConsumeResult<byte[]?, byte[]?> record)
    {
        var refused = gathered.Refused.Count;
        gathered.Add(record, _reading[record.TopicPartition]);
        _reading[record.TopicPartition] = record.Offset.Value + 1;
        _records++;
        _refused += gathered.Refused.Count - refused;
    }
}
