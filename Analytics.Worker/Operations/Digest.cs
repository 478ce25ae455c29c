using ShellCorp.Events;
using ShellCorp.Market;

namespace ShellCorp.Analytics.Operations;

/// <summary>Count and checksum of some events: of where they stand and what they say, so that it sees a wrong row as well as a missing one.</summary>
internal readonly record struct Digest(long Count, long Sum)
{
    private const long Modulus = 1_000_003;

    public static Digest operator +(Digest left, Digest right) => new(left.Count + right.Count, left.Sum + right.Sum);

    /// <summary>Of one event of the log.</summary>
    public static Digest Of(long offset, object item) => new(1, item switch
    {
        PlayerUpdate e => Mix(offset, e.PlayerId.Value, e.MatchId.Value, Clock(e.Time) + ((long)e.Qualifiers % Modulus)),
        MatchUpdate e => Mix(offset, e.PlayerId?.Value ?? 0, e.MatchId.Value, Clock(e.Time)),
        LiveRatingUpdate e => Mix(offset, e.PlayerId.Value, e.MatchId.Value, (e.Version * 1000L) + e.RatingHundredths),
        MarketEvent e => Mix(offset, e.PlayerId.Value, e.Sequence, e.Price % Modulus),
        _ => throw new ArgumentException($"{item.GetType()} is no event of a topic.", nameof(item)),
    });

    /// <summary>Reads the digests of a partition's rows by day: topic <c>$1</c>, partition <c>$2</c>, from offset <c>$3</c> to before <c>$4</c>.</summary>
    public static string Select(string topic) => topic switch
    {
        Topics.LiveRatingUpdates => Select("fact_rating", "match_id", "version * CAST(1000 AS BIGINT) + rating_hundredths", "$1 <> ''"),
        Topics.MarketEvents => Select("fact_market", "sequence", "mod(coalesce(price, 0), 1000003)", "$1 <> ''"),
        _ => Select("fact_event", "match_id", "clock_minute * 60 + clock_second + mod(qualifiers, 1000003)", "topic = $1"),
    };

    private static string Select(string table, string second, string rest, string where) => $"""
        SELECT CAST(occurred_at AS DATE) AS day, count(*), CAST(sum(mod(
          mod(log_offset, 1000003) * 31 + mod(coalesce(player_id, 0), 1000003) * 17 + mod({second}, 1000003) * 13 + {rest}, 1000003)) AS BIGINT)
        FROM {table} WHERE {where} AND log_partition = $2 AND log_offset >= $3 AND log_offset < $4
        GROUP BY 1
        """;

    private static long Mix(long offset, long player, long second, long rest) =>
        ((offset % Modulus * 31) + (player % Modulus * 17) + (second % Modulus * 13) + rest) % Modulus;

    private static long Clock(MatchTime time) => (time.Minute * 60) + time.Second;

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Count} events, checksum {Sum}");
}
