using System.Diagnostics;
using Confluent.Kafka;
using Microsoft.Extensions.Options;
using ShellCorp.Analytics.Hosting;
using ShellCorp.Analytics.Model;
using ShellCorp.Analytics.Warehouse;
using ShellCorp.Analytics.Windows;
using ShellCorp.Events;
using ErrorCode = Confluent.Kafka.ErrorCode;

namespace ShellCorp.Analytics.Landing;

/// <summary>
/// Reads the log into landed files and the files into the warehouse. Where it reads on is what the ledger says, never what the group has committed:
/// the group only shares the partitions among workers and shows how far they are.
/// </summary>
internal sealed partial class Lander(
    IOptions<LogOptions> log, IOptions<WarehouseOptions> options, IWarehouse warehouse, IStaging staging, WindowAggregator windows,
    TimeProvider time, ILogger<Lander> logger)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);
    private readonly Dictionary<TopicPartition, PartitionIntake> _partitions = [];
    private long? _oldest;

    /// <summary>Runs until it is cancelled; what was gathered and not loaded is read again the next time.</summary>
    /// <exception cref="LandingStoppedException">The log no longer has what comes next.</exception>
    /// <exception cref="StorageFullException">There is no room.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var producer = LogClients.Producer(log.Value).SetErrorHandler((_, error) => logger.LogClientError(error.Reason)).Build();
        using var consumer = LogClients.Member(log.Value)
            .SetErrorHandler((_, error) => logger.LogClientError(error.Reason))
            .SetPartitionsAssignedHandler((_, assigned) => Assign(assigned))
            .SetPartitionsRevokedHandler((_, revoked) => Revoke(revoked))
            .SetPartitionsLostHandler((_, lost) => Revoke(lost))
            .Build();
        var dead = new DeadLetters(producer, time);
        consumer.Subscribe(LandedTables.Topics);
        try
        {
            while (!cancellationToken.IsCancellationRequested)
                await StepAsync(consumer, dead, cancellationToken);
        }
        finally
        {
            consumer.Close();
        }
    }

    private async Task StepAsync(IConsumer<byte[], byte[]> consumer, DeadLetters dead, CancellationToken cancellationToken)
    {
        while (_commands.Reader.TryRead(out var command))
            await command(consumer, cancellationToken);
        try
        {
            if (consumer.Consume(Poll) is { } record)
                await TakeAsync(record, dead, cancellationToken);
        }
        catch (ConsumeException exception) when (exception.Error.Code is ErrorCode.Local_AutoOffsetReset or ErrorCode.OffsetOutOfRange)
        {
            await LeaveBehindAsync(consumer, exception.ConsumerRecord.TopicPartition, cancellationToken);
        }
        catch (ConsumeException exception) when (!exception.Error.IsFatal)
        {
            logger.LogClientError(exception.Error.Reason);
        }

        if (IsDue())
            await FlushAsync(consumer, cancellationToken);
    }

    private async Task TakeAsync(ConsumeResult<byte[], byte[]> record, DeadLetters dead, CancellationToken cancellationToken)
    {
        // A record fetched before a seek, or before the partition was given up.
        if (!_partitions.TryGetValue(record.TopicPartition, out var partition) || record.Offset < partition.Next)
            return;
        try
        {
            var (_, at, item) = LandedEvent.Decode(record);
            partition.Rows.Add(partition.Partition.Number, record.Offset, at, item);
        }
        catch (EventRefusedException refusal)
        {
            await dead.WriteAsync(record, refusal, cancellationToken);
            logger.LogDeadLetter(partition.Partition, record.Offset, refusal.Message);
        }

        partition.Passed(record.Offset);
        _oldest ??= time.GetTimestamp();
    }

    private bool IsDue() => _oldest is { } oldest
        && (time.GetElapsedTime(oldest) >= options.Value.MaxAge || _partitions.Values.Sum(partition => partition.Records) >= options.Value.MaxRecords);

    /// <summary>Writes and loads everything that was gathered, and then commits. Until it has worked nothing more is read.</summary>
    private async Task FlushAsync(IConsumer<byte[], byte[]> consumer, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var full = _partitions.Values.Where(partition => partition.HasAny).ToArray();
        _oldest = null;
        if (full.Length == 0)
            return;
        var files = new List<LandedFile>();
        try
        {
            foreach (var partition in full)
                files.Add(await RetryAsync(() => LandAsync(partition, cancellationToken), cancellationToken));
            await RetryAsync(() => warehouse.LoadAsync(files, cancellationToken), cancellationToken);
        }
        catch (RangeRefusedException refused)
        {
            logger.LogRefused(refused.Partition, refused.Message);
            await RestartAsync(consumer, full, cancellationToken);
            return;
        }

        logger.LogLoaded(full.Sum(partition => partition.Records), full.Length, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        foreach (var partition in full)
            partition.StartAt(partition.Next);
        Commit(consumer, files);
    }

    private async Task<LandedFile> LandAsync(PartitionIntake partition, CancellationToken cancellationToken)
    {
        var (topic, number) = partition.Partition;
        var (first, next) = (partition.First!.Value, partition.Next!.Value);
        var name = FormattableString.Invariant($"{topic}/{number}/{first}-{next - 1}");
        var changed = await windows.FoldAsync(number, partition.Rows.Ratings, next - 1, cancellationToken);
        return new()
        {
            Partition = partition.Partition,
            FirstOffset = first,
            NextOffset = next,
            Rows = partition.Rows.Rows,
            LastEventAt = partition.Rows.LastEventAt is { } at ? new DateTimeOffset(at) : null,
            Location = await WriteAsync($"{name}.parquet", partition.Rows.Write, cancellationToken),
            WindowsLocation = changed.Count == 0
                ? null
                : await WriteAsync($"{name}.{LandedTables.Windows}.parquet", stream => WindowRow.Schema.Write(stream, changed), cancellationToken),
        };
    }

    // In memory first: the Parquet library would wrap what the file system says.
    private async Task<string> WriteAsync(string name, Action<Stream> write, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        write(content);
        return await staging.WriteAsync(name, content.GetBuffer().AsMemory(0, (int)content.Length), cancellationToken);
    }
}
