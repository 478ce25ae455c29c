using ShellCorp.Analytics.Landing;

namespace ShellCorp.Analytics.Windows;

/// <summary>What one partition of the log adds to a window's average.</summary>
/// <param name="Scope"><c>player</c>, <c>team</c> or <c>match</c>. A competition is the sum of its matches: which one a match belongs to stands in another topic.</param>
/// <param name="ScopeId">The player, team or match.</param>
/// <param name="Start">The window's start, UTC.</param>
/// <param name="Seconds">How long it is.</param>
/// <param name="Partition">The partition of the log.</param>
/// <param name="RatingSum">The sum of the last ratings in the window, in hundredths.</param>
/// <param name="Ratings">How many they are.</param>
/// <param name="Status"><c>open</c>; <c>closed</c>, once the partition's event time is past it; <c>corrected</c>, where an event came after the allowed lateness.</param>
/// <param name="ThroughOffset">The last offset of the range that it was computed with.</param>
internal sealed record WindowRow(
    string Scope, long ScopeId, DateTime Start, int Seconds, int Partition, long RatingSum, long Ratings, string Status, long ThroughOffset)
{
    /// <summary>The columns of the file of windows.</summary>
    public static LandedSchema<WindowRow> Schema { get; } = new LandedSchema<WindowRow>()
        .With("scope", row => row.Scope)
        .With("scope_id", row => row.ScopeId)
        .With("window_start", row => row.Start)
        .With("window_seconds", row => row.Seconds)
        .With("log_partition", row => row.Partition)
        .With("rating_sum", row => row.RatingSum)
        .With("ratings", row => row.Ratings)
        .With("status", row => row.Status)
        .With("through_offset", row => row.ThroughOffset);
}
