using ShellCorp.Events;
using ShellCorp.Matches;
using ShellCorp.Teams;

namespace ShellCorp.Grains.Live;

/// <summary>Which of two tellings of the same thing is newer.</summary>
internal static class LiveVersions
{
    public static bool IsNewer(MatchSummary one, MatchSummary? than) =>
        than is null || one.Version > than.Version || (one.Version == than.Version && one.Clock > than.Clock);

    public static bool IsNewer(LiveRatingUpdate one, LiveRatingUpdate? than) => than is null || one.Version > than.Version;

    public static bool IsNewer(TeamSummary one, TeamSummary? than) => than is null || one.Version > than.Version;
}
