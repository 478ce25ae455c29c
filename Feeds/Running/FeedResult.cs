namespace ShellCorp.Feeds.Running;

/// <summary>What came of playing a feed. Counts are rows of the source; what a feed adds by itself (line-ups, periods) isn't counted.</summary>
/// <param name="Feed">The feed's name.</param>
/// <param name="Read">Rows taken from the feed.</param>
/// <param name="Accepted">Rows all of whose events are in the log.</param>
/// <param name="Rejected">Rows with an event that was rejected.</param>
public sealed record FeedResult(string Feed, long Read, long Accepted, long Rejected);
