namespace ShellCorp.Analytics.Reports;

/// <summary>A player's match; ratings in points, 3 to 10. The trend is the mean of this match and the four before.</summary>
public sealed record PlayerFormRow(
    DateTime PlayedAt, long MatchId, string? Competition, string? Team, string? Opponent, double? Rating, bool? Shown, double? Trend, int? Minutes,
    long Goals, long Assists, long Events);

/// <summary>A player's season; the average is over matches whose rating was shown.</summary>
public sealed record SeasonRow(
    long PlayerId, string? Player, string? Team, long Matches, long Minutes, double AverageRating, double BestRating, long Goals, long Assists,
    long Shots, double? PassRate, double? DuelRate);

/// <summary>A club's place in a period, by the mean of its players' last ratings.</summary>
public sealed record ClubRankingRow(string Period, long Place, long TeamId, string? Team, double AverageRating, long Matches);

/// <summary>A fact of a match.</summary>
public sealed record TimelineRow(
    long ClockOrder, string EventId, string Period, int Minute, int Second, string Kind, string? Team, string? Player, string? PlayerIn, DateTime OccurredAt);

/// <summary>Pitches sent in a period, and what became of them; hours are means from sending.</summary>
public sealed record MarketRow(
    string Period, long Sent, long Viewed, long Interested, long Declined, double ViewRate, double ResponseRate, double? HoursToView, double? HoursToAnswer);

/// <summary>How far a partition of the log is loaded.</summary>
public sealed record FreshnessRow(string Topic, int Partition, long NextOffset, long Rows, long Missing, DateTime? LastEventAt, DateTime LoadedAt);

/// <summary>An average over a window; open until event time is past it.</summary>
public sealed record WindowAverageRow(DateTime Start, string Id, int Seconds, double AverageRating, long Ratings, string Status);

/// <summary>How many final ratings are in a half point.</summary>
public sealed record DistributionRow(double From, long Ratings);
