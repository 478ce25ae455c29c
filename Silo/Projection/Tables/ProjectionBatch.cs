using Oltp.Sessions;
using ShellCorp.Events;

namespace ShellCorp.Silo.Projection.Tables;

/// <summary>What records say that are projected together, and which ranges of the log they are.</summary>
internal sealed class ProjectionBatch
{
    private readonly Dictionary<(string Topic, int Partition), OffsetRange> _ranges = [];

    public List<LiveRatingUpdate> Ratings { get; } = [];

    public List<MatchUpdate> Facts { get; } = [];

    public IReadOnlyCollection<OffsetRange> Ranges => _ranges.Values;

    /// <summary>Takes the record after those that it has of the partition.</summary>
    /// <param name="topic">The record's topic.</param>
    /// <param name="partition">Its partition.</param>
    /// <param name="since">Where the partition stands where the batch has nothing of it yet.</param>
    /// <param name="offset">The record's offset.</param>
    /// <param name="item">What it says; null where it was refused.</param>
    public void Add(string topic, int partition, long since, long offset, object? item)
    {
        var key = (topic, partition);
        _ranges[key] = _ranges.TryGetValue(key, out var range) ? range with { Until = offset + 1 } : new(topic, partition, since, offset + 1);
        if (item is LiveRatingUpdate rating)
            Ratings.Add(rating);
        else if (item is MatchUpdate fact)
            Facts.Add(fact);
        else if (item is not null)
            throw new ArgumentException($"{item.GetType()} is not projected.", nameof(item));
    }

    public OltpRows ToPositionRows() => new OltpRows(_ranges.Count)
        .With("topic", _ranges.Values.Select(range => range.Topic))
        .With("partition", _ranges.Values.Select(range => range.Partition))
        .With("since", _ranges.Values.Select(range => range.Since))
        .With("until", _ranges.Values.Select(range => range.Until));

    public OltpRows ToPlayerRows() => Numbers("player_id", Ratings.Select(rating => rating.PlayerId.Value));

    public OltpRows ToMatchRows() => Numbers("match_id", Facts.Select(fact => fact.MatchId.Value));

    private static OltpRows Numbers(string name, IEnumerable<long> numbers)
    {
        long[] distinct = [.. numbers.Distinct()];
        return new OltpRows(distinct.Length).With(name, distinct);
    }
}
