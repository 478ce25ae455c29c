using System.Collections.Immutable;
using System.Text.Json;
using Confluent.Kafka;
using ShellCorp.Events;
using ShellCorp.Feeds.Running;
using ShellCorp.Players;
using ShellCorp.Silo.Kafka;

namespace ShellCorp.AppHost.Reports;

/// <summary>Asks brokers and grains what came out of a run.</summary>
internal sealed class ReportBuilder(IGrainFactory grains, LogInspector log, KafkaOptions kafka)
{
    /// <summary>Reads everything; call it once nothing is on its way any more.</summary>
    public async Task<RunReport> BuildAsync(FeedResult feed, TimeSpan elapsed, CancellationToken cancellationToken)
    {
        var totals = await GrainTotals.ReadAsync(grains, cancellationToken);
        var ends = await log.GetEndOffsetsAsync(LogTopics.Partitions.Keys);
        return new()
        {
            Feed = feed.Feed,
            ElapsedSeconds = Math.Round(elapsed.TotalSeconds, 3),
            Events = new(feed.Read, feed.Accepted, feed.Rejected),
            Records = LogTopics.Events.ToImmutableSortedDictionary(topic => topic, topic => Sum(ends, topic), StringComparer.Ordinal),
            Applied = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal,
            [
                KeyValuePair.Create(Topics.PlayerUpdates, totals.Ratings.Sum(rating => (long)rating.Live.Version)),
                KeyValuePair.Create(Topics.MatchUpdates, totals.Matches.Sum(match => (long)match.Applied)),
            ]),
            Duplicates = totals.Ratings.Sum(rating => (long)rating.Duplicates) + totals.Matches.Sum(match => (long)match.Duplicates),
            DeadLettered = LogTopics.Events.Sum(topic => Sum(ends, topic + LogTopics.DeadLetterSuffix)),
            Lag = await LagAsync(),
            Matches = [.. totals.Matches.Select(view => view.Summary).Select(summary =>
                new MatchLine(summary.MatchId.Value, summary.Home, summary.Away, summary.HomeScore, summary.AwayScore))],
            Ratings = [.. totals.Ratings.Where(rating => rating.WasOnPitch || rating.Live.Events > 0).Select(ToLine)],
        };
    }

    /// <summary>Writes a report, replacing the file.</summary>
    public static async Task WriteAsync(RunReport report, FileInfo file, CancellationToken cancellationToken)
    {
        await using var stream = file.Create();
        await JsonSerializer.SerializeAsync(stream, report, RunReportJson.Default.RunReport, cancellationToken);
    }

    private async Task<long> LagAsync()
    {
        var lag = 0L;
        foreach (var group in ConsumedTopics.All(kafka))
            lag += (await log.GetLagAsync(group)).Values.Sum();
        return lag;
    }

    private static long Sum(IReadOnlyDictionary<TopicPartition, long> ends, string topic) =>
        ends.Where(end => end.Key.Topic == topic).Sum(end => end.Value);

    private static RatingLine ToLine(PlayerMatchRating rating) => new()
    {
        MatchId = rating.Live.MatchId.Value,
        PlayerId = rating.Live.PlayerId.Value,
        TeamId = rating.Live.TeamId?.Value,
        Rating = rating.Live.RatingHundredths / 100m,
        Shown = rating.Live.Shown,
        Version = rating.Live.Version,
        Events = rating.Live.Events,
        MinutesPlayed = rating.Live.MinutesPlayed,
    };
}
