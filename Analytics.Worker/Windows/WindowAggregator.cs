using Microsoft.Extensions.Options;
using ShellCorp.Analytics.Landing;
using ShellCorp.Analytics.Warehouse;
using ShellCorp.Events;

namespace ShellCorp.Analytics.Windows;

/// <summary>
/// Averages ratings over tumbling windows while they are landed. Windows that may still change are in memory; the others, and after a crash all of
/// them, are read from the facts, which are the log up to the ledger's <c>next</c>, since both change in one transaction. So what is written is at any
/// time what a batch over the facts would find.
/// </summary>
internal sealed class WindowAggregator(IWarehouse warehouse, IOptions<WindowOptions> options)
{
    private readonly Dictionary<int, PartitionWindows> _partitions = [];

    private TimeSpan Size => options.Value.Size;

    /// <summary>Folds a range's ratings in. Windows that it changed or closed come back whole.</summary>
    /// <param name="partition">The partition of <c>LiveRatingUpdates</c>.</param>
    /// <param name="rows">The range's ratings.</param>
    /// <param name="throughOffset">The range's last offset.</param>
    /// <param name="cancellationToken">Gives up; call <see cref="ForgetRatingsOf"/> then.</param>
    public async Task<IReadOnlyList<WindowRow>> FoldAsync(
        int partition, IReadOnlyList<LandedRow<LiveRatingUpdate>> rows, long throughOffset, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
            return [];
        if (!_partitions.TryGetValue(partition, out var windows))
            _partitions[partition] = windows = await RecoverAsync(partition, cancellationToken);

        var starts = rows.Select(row => StartOf(row.OccurredAt)).ToHashSet();
        var corrected = starts.Where(start => !windows.Open.ContainsKey(start) && !IsOpen(start, windows.Watermark)).ToHashSet();
        if (corrected.Count > 0)
            await ReadAsync(partition, windows, corrected.Min(), corrected.Max() + Size, corrected.Contains, cancellationToken);

        foreach (var row in rows)
            windows.Of(StartOf(row.OccurredAt)).Add(Windowed(row.Event));
        var before = windows.Watermark;
        windows.Advance(rows.Max(row => row.OccurredAt));
        starts.UnionWith(windows.Open.Keys.Where(start => start + Size > before && start + Size <= windows.Watermark));
        var changed = starts.Order().SelectMany(start => Rows(partition, windows, start, corrected.Contains(start), throughOffset)).ToList();
        windows.Drop(start => !IsOpen(start, windows.Watermark));
        return changed;
    }

    /// <summary>Forgets a partition of ratings, if it is one: what was folded in last was not loaded, or others have it now.</summary>
    public void ForgetRatingsOf(LogPartition partition)
    {
        if (partition.Topic == Topics.LiveRatingUpdates)
            _partitions.Remove(partition.Number);
    }

    private static WindowedRating Windowed(LiveRatingUpdate update) =>
        new(update.PlayerId.Value, update.MatchId.Value, update.TeamId?.Value, update.Version, update.RatingHundredths);

    private IEnumerable<WindowRow> Rows(int partition, PartitionWindows windows, DateTime start, bool corrected, long throughOffset)
    {
        var status = corrected ? "corrected" : start + Size > windows.Watermark ? "open" : "closed";
        return windows.Of(start).Averages().Select(average => new WindowRow(
            average.Scope, average.Id, start, (int)Size.TotalSeconds, partition, average.Sum, average.Count, status, throughOffset));
    }

    private DateTime StartOf(DateTime at) => new(at.Ticks - (at.Ticks % Size.Ticks), DateTimeKind.Utc);

    private bool IsOpen(DateTime start, DateTime watermark) => start + Size > watermark - options.Value.Lateness;

    private async Task<PartitionWindows> RecoverAsync(int partition, CancellationToken cancellationToken)
    {
        var latest = await warehouse.QueryAsync("SELECT max(occurred_at) FROM fact_rating WHERE log_partition = $1", [partition], cancellationToken);
        var windows = new PartitionWindows();
        if (latest.Rows[0][0] is DateTime watermark)
        {
            windows.Advance(watermark);
            var from = StartOf(watermark - options.Value.Lateness);
            await ReadAsync(partition, windows, from, watermark + Size, start => IsOpen(start, watermark), cancellationToken);
        }

        return windows;
    }

    private async Task ReadAsync(
        int partition, PartitionWindows windows, DateTime from, DateTime to, Func<DateTime, bool> isWanted, CancellationToken cancellationToken)
    {
        var facts = await warehouse.QueryAsync(
            "SELECT occurred_at, player_id, match_id, team_id, version, rating_hundredths FROM fact_rating WHERE log_partition = $1 AND occurred_at >= $2 AND occurred_at < $3",
            [partition, from, to],
            cancellationToken);
        foreach (var row in facts.Rows)
        {
            if (StartOf((DateTime)row[0]!) is var start && isWanted(start))
                windows.Of(start).Add(new((long)row[1]!, (long)row[2]!, (long?)row[3], (int)row[4]!, (int)row[5]!));
        }
    }
}
