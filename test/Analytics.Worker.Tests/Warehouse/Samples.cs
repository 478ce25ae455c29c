using ShellCorp.Analytics.Landing;
using ShellCorp.Events;
using ShellCorp.Market;

namespace ShellCorp.Analytics.Tests.Warehouse;

/// <summary>Events of one small match.</summary>
internal static class Samples
{
    internal const long Match = 900;
    internal const long Player = 77;
    internal const long Home = 1;
    internal const long Away = 2;

    internal static DateTimeOffset KickOff { get; } = new(2026, 8, 1, 15, 0, 0, TimeSpan.Zero);

    internal static PlayerUpdate Pass(string id, long player = Player, int minute = 3) => new()
    {
        Id = id,
        MatchId = new(Match),
        PlayerId = new(player),
        TeamId = new(Home),
        Kind = PlayerAction.Pass,
        Outcome = ActionOutcome.Success,
        Qualifiers = ActionQualifiers.Assist,
        Time = new(MatchPeriod.FirstHalf, minute, 30),
        Start = new(50, 50.25),
        OccurredAt = KickOff.AddMinutes(minute),
    };

    internal static LiveRatingUpdate Rating(int version, int hundredths, long player = Player, int minute = 12) => new()
    {
        PlayerId = new(player),
        MatchId = new(Match),
        TeamId = new(Home),
        Version = version,
        RatingHundredths = hundredths,
        Shown = true,
        MinutesPlayed = minute,
        Events = version,
        Final = false,
        Weights = "2026-1",
        Categories = [1, 2, 3, 4, 5, 6],
        Time = new(MatchPeriod.FirstHalf, minute, 0),
        OccurredAt = KickOff.AddMinutes(minute),
    };

    internal static MatchUpdate LineUp(string id = "line-up", string name = "Mateo Silva") => new()
    {
        Id = id,
        MatchId = new(Match),
        Kind = MatchFact.LineUp,
        OccurredAt = KickOff.AddHours(-1),
        Sheet = new()
        {
            Competition = "Example Cup",
            KickOff = KickOff,
            Home = new() { TeamId = new(Home), Name = "Harbour United", Squad = [new() { PlayerId = new(Player), Name = name, Role = PlayerRole.Forward, Starts = true }] },
            Away = new() { TeamId = new(Away), Name = "Northgate", Squad = [new() { PlayerId = new(78), Name = "Ola Lund", Role = PlayerRole.Goalkeeper, Starts = true }] },
        },
    };

    internal static MarketEvent PitchSent(long sequence) => new()
    {
        PlayerId = new(Player),
        Kind = MarketEventKind.PitchSent,
        Sequence = sequence,
        At = KickOff,
        AgentId = new(71),
        ClubId = new(Home),
        PitchId = new(new("0198a1b2c3d47e5f8a6b7c8d9e0f1a2b")),
        Price = 1_500_000,
    };

    internal static LandedRow<T> At<T>(T item, long offset, DateTimeOffset at, int partition = 0) => new(partition, offset, at.UtcDateTime, item);
}
