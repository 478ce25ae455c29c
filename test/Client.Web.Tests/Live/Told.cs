using ShellCorp.Events;
using ShellCorp.Matches;
using ShellCorp.Teams;

namespace ShellCorp.Web.Tests.Live;

/// <summary>Short forms of what the hub tells.</summary>
internal static class Told
{
    public static LiveRatingUpdate Rating(long player, int version, int hundredths = 650, long match = 1, bool shown = true, bool final = false) => new()
    {
        PlayerId = new(player),
        MatchId = new(match),
        Version = version,
        RatingHundredths = hundredths,
        Shown = shown,
        MinutesPlayed = shown ? 30 : 5,
        Events = version,
        Final = final,
        Weights = "2026-1",
        Categories = [100, 100, 100, 100, 0, 100],
        Time = new(MatchPeriod.FirstHalf, 30, 0),
        OccurredAt = default,
    };

    public static MatchSummary Match(long id, int version, int home = 0, int away = 0, int minute = 0, MatchPhase phase = MatchPhase.Playing, int day = 1) => new()
    {
        MatchId = new(id),
        Version = version,
        Competition = "Cup",
        KickOff = new DateTimeOffset(2026, 1, 1, 15, 0, 0, TimeSpan.Zero).AddDays(day),
        HomeTeam = new(1),
        AwayTeam = new(2),
        Home = "Harbour",
        Away = "Northgate",
        HomeScore = home,
        AwayScore = away,
        Phase = phase,
        Clock = new(MatchPeriod.FirstHalf, minute, 0),
    };

    public static TeamSummary Team(long id, long version, int average) =>
        new() { TeamId = new(id), Version = version, Name = $"Team {id}", AverageHundredths = average, Form = [average], Matches = 1 };
}
