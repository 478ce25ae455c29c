using System.Collections.Immutable;
using ShellCorp.Events;
using ShellCorp.Ingest;
using ShellCorp.Live;
using ShellCorp.Matches;
using ShellCorp.Players;
using ShellCorp.Registry;
using ShellCorp.Teams;

namespace ShellCorp.Grains.Interfaces.Tests.Contracts;

/// <summary>One of each message, every field of it told and no two of one type alike, so that fields that change places are noticed.</summary>
internal static class MessageSamples
{
    private static readonly DateTimeOffset Moment = new(2026, 8, 1, 15, 0, 7, TimeSpan.Zero);

    private static readonly FieldError Error = new("minute", "-1", "is below 0");

    private static readonly MatchTime Time = new(MatchPeriod.SecondHalf, 63, 10);

    private static readonly SquadPlayer Player = new() { PlayerId = new(90011), Name = "Jonas Brandt", Role = PlayerRole.Goalkeeper, Starts = true };

    private static readonly TeamSheet Home = new() { TeamId = new(9001), Name = "Harbour United", Squad = [Player] };

    private static readonly TeamSheet Away = new()
    {
        TeamId = new(9002),
        Name = "Northgate",
        Squad = [new() { PlayerId = new(90021), Name = "Ola Lund", Role = PlayerRole.Forward, Starts = false }],
    };

    private static readonly MatchSheet Sheet = new() { Competition = "Example Cup", KickOff = Moment, Home = Home, Away = Away };

    private static readonly PlayerUpdate Pass = new()
    {
        Id = "pass",
        MatchId = new(900001),
        PlayerId = new(90012),
        TeamId = new(9001),
        Kind = PlayerAction.Cross,
        Outcome = ActionOutcome.Failure,
        Qualifiers = ActionQualifiers.KeyPass | ActionQualifiers.IntoSpace,
        Time = Time,
        Start = new(81.5, 12.25),
        End = new(92, 50),
        Role = PlayerRole.Midfielder,
        OccurredAt = Moment,
    };

    private static readonly MatchUpdate Change = new()
    {
        Id = "substitution",
        MatchId = new(900001),
        Kind = MatchFact.Substitution,
        TeamId = new(9001),
        PlayerId = new(90012),
        PlayerInId = new(90013),
        Time = Time,
        Sheet = Sheet,
        OccurredAt = Moment,
    };

    private static readonly LiveRatingUpdate Live = new()
    {
        PlayerId = new(90012),
        MatchId = new(900001),
        TeamId = new(9001),
        Version = 4,
        RatingHundredths = 734,
        Shown = true,
        MinutesPlayed = 63,
        Events = 2,
        Final = true,
        Weights = "2026-1",
        Categories = [1080, 60, -5, 7, 9, 200],
        Time = Time,
        OccurredAt = Moment,
    };

    private static readonly MatchSummary Match = new()
    {
        MatchId = new(900001),
        Version = 17,
        Competition = "Example Cup",
        KickOff = Moment,
        HomeTeam = new(9001),
        AwayTeam = new(9002),
        Home = "Harbour United",
        Away = "Northgate",
        HomeScore = 2,
        AwayScore = 3,
        HomeShootOut = 4,
        AwayShootOut = 5,
        Phase = MatchPhase.Break,
        Clock = Time,
    };

    private static readonly TeamSummary Team = new()
    {
        TeamId = new(9001),
        Version = 31,
        Name = "Harbour United",
        AverageHundredths = 667,
        Form = [612, 734],
        Matches = 8,
    };

    private static readonly TeamMatch Played = new() { MatchId = new(900001), AverageHundredths = 655, Players = 14, Final = true, OccurredAt = Moment };

    private static readonly PlayerMatchRating Rating = new() { Live = Live, Duplicates = 6, WasOnPitch = true };

    private static readonly RatingContribution Contribution = new()
    {
        Time = Time,
        Kind = PlayerAction.Shot,
        Outcome = ActionOutcome.Success,
        Qualifiers = ActionQualifiers.Goal,
        DeltaHundredths = 91,
    };

    private static readonly IngestAnswer Answer = new() { EventId = "pass", Status = IngestStatus.Rejected, Errors = [Error] };

    /// <summary>All of them; of an enum all its values, since each has a number of its own on the wire.</summary>
    public static ImmutableArray<object> All { get; } =
    [
        new MatchId(900001), new PlayerId(90012), new TeamId(9001), Time, new PitchPoint(81.5, 12.25),
        Pass, Change, Sheet, Home, Player, Live,
        Error, new EventRefusedException("pass", [Error]), Answer, new IngestReply { Answers = [Answer], RetryAfter = TimeSpan.FromSeconds(2) },
        Match, new MatchView { Summary = Match, Sheet = Sheet, Ratings = [Live], Timeline = [Change], Applied = 17, Duplicates = 3 },
        new LiveChanges { Matches = [Match], Ratings = [Live], Teams = [Team] },
        Rating, Contribution, new RatingPoint(Time, 734),
        new RatingExplanation { Rating = Rating, Contributions = [Contribution], Line = [new(Time, 734)] },
        new PlayerProfile { PlayerId = new(90012), Name = "Mateo Silva", Role = PlayerRole.Forward, TeamId = new(9001), AsOf = Moment },
        Team, Played, new TeamView { Summary = Team, Matches = [Played] },
        Enum.GetValues<ActionOutcome>(), Enum.GetValues<ActionQualifiers>(), Enum.GetValues<MatchFact>(), Enum.GetValues<MatchPeriod>(),
        Enum.GetValues<PlayerAction>(), Enum.GetValues<PlayerRole>(), Enum.GetValues<RatingCategory>(), Enum.GetValues<IngestStatus>(),
        Enum.GetValues<MatchPhase>(), .. MarketSamples.All, .. CounterSamples.All,
    ];

    /// <summary>What a sample is one of.</summary>
    public static Type TypeOf(object sample) => sample.GetType() is { IsArray: true } many ? many.GetElementType()! : sample.GetType();
}
