using ShellCorp.Events;

namespace ShellCorp.Oltp.Tests.Projection;

/// <summary>Events for tests.</summary>
internal static class Logged
{
    public static readonly DateTimeOffset Day = new(2026, 5, 1, 15, 0, 0, TimeSpan.Zero);

    public static LiveRatingUpdate Rating(long player, long match, int version, int hundredths, int day = 0, bool shown = true) => new()
    {
        PlayerId = new(player),
        MatchId = new(match),
        TeamId = player % 3 == 0 ? null : new(player % 2 + 1),
        Version = version,
        RatingHundredths = hundredths,
        Shown = shown,
        MinutesPlayed = Math.Min(version, 90),
        Events = version,
        Final = version > 90,
        Weights = "2026-1",
        Categories = [1, 2, 3, 4, 5, 6],
        Time = new(MatchPeriod.FirstHalf, Math.Min(version, 45), 0),
        OccurredAt = Day.AddDays(day).AddMinutes(version),
    };

    public static MatchUpdate Fact(long match, string id, MatchFact kind, long? team = null, long? player = null, MatchPeriod period = MatchPeriod.SecondHalf) => new()
    {
        Id = id,
        MatchId = new(match),
        Kind = kind,
        TeamId = team is { } one ? new(one) : null,
        PlayerId = player is { } who ? new(who) : null,
        Time = new(period, period == MatchPeriod.ShootOut ? 120 : 60, 0),
        OccurredAt = Day,
    };

    /// <summary>Players 11 to 13 of team 1, and 21 to 23 of team 2.</summary>
    public static MatchUpdate LineUp(long match, string id, int minutes = 0, long home = 1, long away = 2) => Fact(match, id, MatchFact.LineUp) with
    {
        OccurredAt = Day.AddMinutes(minutes),
        Time = default,
        Sheet = new() { Competition = $"Cup {minutes}", KickOff = Day, Home = Team(home), Away = Team(away) },
    };

    private static TeamSheet Team(long team) => new()
    {
        TeamId = new(team),
        Name = $"Team {team}",
        Squad = [.. Enumerable.Range(1, 3).Select(number => new SquadPlayer { PlayerId = new(team * 10 + number), Name = $"P {number}", Role = PlayerRole.Midfielder, Starts = true })],
    };
}
