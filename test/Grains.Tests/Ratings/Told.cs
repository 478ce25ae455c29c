using CsCheck;
using ShellCorp.Events;
using ShellCorp.Grains.Players.Ratings;

namespace ShellCorp.Grains.Tests.Ratings;

/// <summary>Player updates of one player in one match, made short.</summary>
internal static class Told
{
    public static readonly PlayerId Player = new(7);
    public static readonly MatchId Match = new(1);
    public static readonly TeamId Team = new(3);
    private static readonly DateTimeOffset KickOff = new(2026, 5, 1, 18, 0, 0, TimeSpan.Zero);

    public static PlayerUpdate Update(
        PlayerAction kind,
        double minute = 0,
        ActionOutcome outcome = ActionOutcome.None,
        ActionQualifiers qualifiers = ActionQualifiers.None,
        PlayerRole role = PlayerRole.Unknown) => At(kind, Clock(minute), outcome, qualifiers, role);

    public static PlayerUpdate At(
        PlayerAction kind,
        MatchTime time,
        ActionOutcome outcome = ActionOutcome.None,
        ActionQualifiers qualifiers = ActionQualifiers.None,
        PlayerRole role = PlayerRole.Unknown) => new()
        {
            Id = "told",
            MatchId = Match,
            PlayerId = Player,
            TeamId = Team,
            Kind = kind,
            Outcome = outcome,
            Qualifiers = qualifiers,
            Time = time,
            Role = role,
            OccurredAt = KickOff.AddMinutes(time.Minute).AddSeconds(time.Second),
        };

    public static PlayerUpdate CameOn(PlayerRole role, double minute = 0) => Update(PlayerAction.CameOn, minute, role: role);

    public static PlayerUpdate FullTime(int minute = 90) => Update(PlayerAction.FullTime, minute);

    /// <summary>Ninety minutes of a starter.</summary>
    public static RatingTally Match90(PlayerRole role, params IEnumerable<PlayerUpdate> between) =>
        RatingTally.Empty.Add([CameOn(role), .. between, FullTime()]);

    public static int Hundredths(RatingTally tally) => RatingModel.Rate(tally, RatingWeights.Current).Hundredths;

    /// <summary>Any list of updates that a match may tell, most of them the player's own.</summary>
    public static Gen<PlayerUpdate[]> AnyUpdates { get; } =
        Gen.Select(
            Gen.Frequency((8, Gen.Int[0, 20]), (3, Gen.Int[100, 108])),
            Gen.Select(Gen.Int[0, 4], Gen.Int[0, 50], Gen.Int[0, 59]),
            Gen.Int[0, 3],
            Gen.Long[0, (1L << 40) - 1],
            Gen.Int[0, 4],
            Gen.Select(Gen.Double[-10, 110], Gen.Double[-10, 110]),
            Gen.Int[0, 3])
        .Select((kind, clock, outcome, qualifiers, role, place, team) => new PlayerUpdate
        {
            Id = "any",
            MatchId = Match,
            PlayerId = Player,
            TeamId = team == 0 ? null : new TeamId(team),
            Kind = (PlayerAction)kind,
            Outcome = (ActionOutcome)outcome,
            Qualifiers = (ActionQualifiers)qualifiers,
            Time = new((MatchPeriod)clock.Item1, MatchTime.StartOf((MatchPeriod)clock.Item1) + clock.Item2, clock.Item3),
            Role = (PlayerRole)role,
            Start = new(place.Item1, place.Item2),
            OccurredAt = KickOff.AddSeconds((clock.Item2 * 60) + clock.Item3),
        })
        .Array[0, 60];

    private static MatchTime Clock(double minute)
    {
        var period = MatchTime.PeriodOf((int)minute);
        return MatchTime.At(period, (minute - MatchTime.StartOf(period)) * 60);
    }
}
