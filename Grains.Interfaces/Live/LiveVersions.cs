using ShellCorp.Events;
using ShellCorp.Matches;
using ShellCorp.Teams;

namespace ShellCorp.Live;

/// <summary>Which of two tellings of the same thing is newer; the same for the hub and for those whom it tells.</summary>
public static class LiveVersions
{
    /// <summary>Whether a match is newer than what is known. A rating moves its clock without being a fact: then the version stays and the clock decides.</summary>
    public static bool IsNewer(MatchSummary one, MatchSummary? than) =>
        than is null || one.Version > than.Version || (one.Version == than.Version && one.Clock > than.Clock);

    /// <summary>Whether a rating is newer than what is known.</summary>
    public static bool IsNewer(LiveRatingUpdate one, LiveRatingUpdate? than) => than is null || one.Version > than.Version;

    /// <summary>Whether a team is newer than what is known.</summary>
    public static bool IsNewer(TeamSummary one, TeamSummary? than) => than is null || one.Version > than.Version;
}
