using ShellCorp.Events;
using ShellCorp.Matches;

namespace ShellCorp.Grains.Matches;

/// <summary>Where a match stands.</summary>
internal static class MatchPhases
{
    /// <summary>
    /// The phase told by the furthest evidence: the end of a period is further than all that happens in it, and full time is furthest. What
    /// happens in a period whose start nobody told shows that it is being played.
    /// </summary>
    /// <param name="state">The facts.</param>
    /// <param name="ratings">The latest moment told by a rating.</param>
    public static MatchPhase Of(MatchState state, MatchTime ratings)
    {
        if (state.Facts.Any(fact => fact.Kind == MatchFact.FullTime))
            return MatchPhase.Finished;

        var latest = ratings > state.Clock ? ratings : state.Clock;
        if (latest == MatchTime.KickOff && state.Facts.All(fact => fact.Kind == MatchFact.LineUp))
            return MatchPhase.Scheduled;

        return state.Facts.Any(fact => fact.Kind == MatchFact.PeriodEnd && fact.Time.Period == latest.Period) ? MatchPhase.Break : MatchPhase.Playing;
    }
}
