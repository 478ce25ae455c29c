using System.Collections.Immutable;
using ShellCorp.Events;

namespace ShellCorp.Feeds.Wyscout;

/// <summary>
/// Finds the period of each substitution. A minute alone doesn't tell stoppage time from the next period; the rows of the one who comes on
/// do. The time of the match is the full minute that was given, so that a goal in the minute before it (substitutions mostly follow goals)
/// belongs to those who were on the pitch until then; the step comes before the first row of the one who comes on.
/// </summary>
internal static class Substitutions
{
    private const int LongestStoppage = 15;

    public static IEnumerable<FeedStep> Of(WyscoutMatch match, ImmutableArray<WyscoutRow> rows, WyscoutClock clock, WyscoutUpdates updates)
    {
        var first = rows.Where(row => row.Player is not null).DistinctBy(row => row.Player).ToDictionary(row => row.Player!.Value);
        foreach (var team in match.Teams)
        {
            foreach (var substitution in team.Substitutions.Where(each => updates.Fits(team.Id, each)))
            {
                var appears = first.GetValueOrDefault(substitution.On);
                var time = TimeOf(substitution.Minute, appears, clock.Last);
                yield return updates.Substitution(team.Id, substitution, time, MomentOf(time, appears, clock));
            }
        }
    }

    private static MatchTime TimeOf(int minute, WyscoutRow? appears, MatchPeriod last)
    {
        var period = MatchTime.PeriodOf(minute);
        if (period > last)
            period = last;
        if (appears is not null && appears.Period < period && minute <= MatchTime.EndOf(appears.Period) + LongestStoppage)
            period = appears.Period;
        return WyscoutClock.TimeOf(period, 60.0 * (minute - MatchTime.StartOf(period)));
    }

    private static TimeSpan MomentOf(MatchTime time, WyscoutRow? appears, WyscoutClock clock)
    {
        var moment = clock.At(time.Period, 60 * (time.Minute - MatchTime.StartOf(time.Period)));
        var latest = appears?.Period == time.Period ? clock.At(appears.Period, appears.Seconds) : clock.EndOf(time.Period);
        return moment < latest ? moment : latest;
    }
}
