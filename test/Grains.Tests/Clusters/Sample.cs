using System.Collections.Immutable;
using ShellCorp.Events;

namespace ShellCorp.Grains.Tests.Clusters;

/// <summary>
/// A match to tell of: teams 1 and 2 of the match's number times 1000, players 101 to 116 and 201 to 216 of it; the first eleven start, the
/// first is the goalkeeper.
/// </summary>
public sealed class Sample(long number)
{
    private static readonly DateTimeOffset KickOffTime = new(2026, 3, 14, 15, 30, 0, TimeSpan.Zero);

    public MatchId Match { get; } = new(number);

    public TeamId Home { get; } = new((number * 1000) + 1);

    public TeamId Away { get; } = new((number * 1000) + 2);

    public PlayerId HomePlayer(int shirt) => new((number * 1000) + 100 + shirt);

    public PlayerId AwayPlayer(int shirt) => new((number * 1000) + 200 + shirt);

    public MatchSheet Sheet => new()
    {
        Competition = "League",
        KickOff = KickOffTime,
        Home = Team(Home, "Home", HomePlayer),
        Away = Team(Away, "Away", AwayPlayer),
    };

    public MatchUpdate LineUp(string id = "line-up") => Fact(MatchFact.LineUp, id, default) with { Sheet = Sheet };

    public MatchUpdate Fact(MatchFact kind, string id, MatchTime time) => new()
    {
        Id = $"{number}/{id}",
        MatchId = Match,
        Kind = kind,
        Time = time,
        OccurredAt = KickOffTime.AddMinutes(time.Minute).AddSeconds(time.Second),
    };

    public MatchUpdate Goal(int minute, TeamId team, PlayerId scorer) =>
        Fact(MatchFact.Goal, $"goal-{minute}", At(minute)) with { TeamId = team, PlayerId = scorer };

    public MatchUpdate OwnGoal(int minute, TeamId team, PlayerId scorer) =>
        Fact(MatchFact.OwnGoal, $"own-goal-{minute}", At(minute)) with { TeamId = team, PlayerId = scorer };

    public MatchUpdate Card(MatchFact card, int minute, TeamId team, PlayerId player) =>
        Fact(card, $"card-{minute}", At(minute)) with { TeamId = team, PlayerId = player };

    public MatchUpdate Substitution(int minute, TeamId team, PlayerId off, PlayerId on) =>
        Fact(MatchFact.Substitution, $"substitution-{minute}", At(minute)) with { TeamId = team, PlayerId = off, PlayerInId = on };

    public MatchUpdate Start(MatchPeriod period) => Fact(MatchFact.PeriodStart, $"start-{period}", MatchTime.At(period, 0));

    public MatchUpdate End(MatchPeriod period) => Fact(MatchFact.PeriodEnd, $"end-{period}", new(period, MatchTime.EndOf(period) + 2, 0));

    public MatchUpdate FullTime() => Fact(MatchFact.FullTime, "full-time", new(MatchPeriod.SecondHalf, 92, 0));

    public PlayerUpdate Pass(PlayerId player, int number) => new()
    {
        Id = $"{Match}/{player}/{number}",
        MatchId = Match,
        PlayerId = player,
        Kind = PlayerAction.Pass,
        Outcome = number % 3 == 0 ? ActionOutcome.Failure : ActionOutcome.Success,
        Time = At(number % 90),
        Start = new(50, 50),
        End = new(60, 40),
        OccurredAt = KickOffTime.AddMinutes(number % 90).AddSeconds(number / 90),
    };

    public LiveRatingUpdate Rating(PlayerId player, int version, int hundredths = 650, TeamId? team = null, int minutes = 90, bool final = false) => new()
    {
        PlayerId = player,
        MatchId = Match,
        TeamId = team,
        Version = version,
        RatingHundredths = hundredths,
        Shown = minutes >= 10,
        MinutesPlayed = minutes,
        Events = version,
        Final = final,
        Weights = "2026-1",
        Categories = [hundredths - 600, 0, 0, 0, 0, 0],
        Time = At(Math.Min(version, 90)),
        OccurredAt = KickOffTime.AddMinutes(version),
    };

    public static MatchTime At(int minute) => new(minute <= 45 ? MatchPeriod.FirstHalf : MatchPeriod.SecondHalf, minute, 0);

    /// <summary>A match with a bit of everything: 2:1, an own goal among them, cards, substitutions, full time.</summary>
    public ImmutableArray<MatchUpdate> Story() =>
    [
        LineUp(),
        Start(MatchPeriod.FirstHalf),
        Goal(12, Home, HomePlayer(9)),
        Card(MatchFact.YellowCard, 30, Away, AwayPlayer(4)),
        Fact(MatchFact.Interruption, "throw", At(33)),
        End(MatchPeriod.FirstHalf),
        Start(MatchPeriod.SecondHalf),
        Substitution(60, Home, HomePlayer(9), HomePlayer(12)),
        OwnGoal(65, Home, HomePlayer(3)),
        Substitution(70, Away, AwayPlayer(5), AwayPlayer(13)),
        Card(MatchFact.SecondYellowCard, 75, Away, AwayPlayer(4)),
        Goal(80, Home, HomePlayer(12)),
        End(MatchPeriod.SecondHalf),
        FullTime(),
    ];

    private static TeamSheet Team(TeamId team, string name, Func<int, PlayerId> player) => new()
    {
        TeamId = team,
        Name = $"{name} {team}",
        Squad =
        [
            .. Enumerable.Range(1, 16).Select(shirt => new SquadPlayer
            {
                PlayerId = player(shirt),
                Name = $"{name} {shirt}",
                Role = shirt == 1 ? PlayerRole.Goalkeeper : shirt <= 5 ? PlayerRole.Defender : shirt <= 8 ? PlayerRole.Midfielder : PlayerRole.Forward,
                Starts = shirt <= 11,
            }),
        ],
    };
}
