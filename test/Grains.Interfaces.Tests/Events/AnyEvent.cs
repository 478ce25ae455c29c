using CsCheck;
using ShellCorp.Events;
using ShellCorp.Market;

namespace ShellCorp.Grains.Interfaces.Tests.Events;

/// <summary>Generators of valid events: every kind, every optional field there and not there.</summary>
internal static class AnyEvent
{
    private static readonly Gen<string> Id = Gen.Char["aZ09/:-_ .ßλ漢"].Array[1, 40].Select(chars => $"id{new string(chars)}!");
    private static readonly Gen<string> Name = Gen.Char["Añ'“\\\"<&漢 b"].Array[1, 60].Select(chars => $"N{new string(chars)}.");
    private static readonly Gen<long> Number = Gen.Long[1, long.MaxValue];
    private static readonly Gen<double> Coordinate = Gen.Frequency((1, Gen.Double[0, 100]), (1, Gen.Int[0, 100].Select(n => (double)n)));
    private static readonly Gen<PitchPoint> Point = Gen.Select(Coordinate, Coordinate, (x, y) => new PitchPoint(x, y));

    private static readonly Gen<MatchTime> Time = Gen.Select(
        Gen.Enum<MatchPeriod>(), Gen.Int[0, EventValidator.MaxStoppageMinutes], Gen.Int[0, 59],
        (period, minute, second) => new MatchTime(period, MatchTime.StartOf(period) + minute, second));

    private static readonly Gen<DateTimeOffset> Moment = Gen.Select(
        Gen.DateTime[new DateTime(1990, 1, 1), new DateTime(2100, 1, 1)], Gen.Int[-14 * 60, 14 * 60],
        (time, minutes) => new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Unspecified), TimeSpan.FromMinutes(minutes)));

    private static readonly Gen<DateTimeOffset> MomentOrNot = Gen.Frequency((5, Moment), (1, Gen.Const(default(DateTimeOffset))));

    public static Gen<PlayerUpdate> PlayerUpdate { get; } = Gen.Select(
        Gen.Select(Id, Number, Number, Number, Gen.Enum<PlayerAction>()),
        Gen.Select(Gen.Enum<ActionOutcome>(), Gen.Long[0, (1L << 40) - 1], Time, Gen.Enum<PlayerRole>()),
        Gen.Select(Point, Point, Gen.Int[0, 7]),
        MomentOrNot,
        (ids, what, where, occurred) => new PlayerUpdate
        {
            Id = ids.Item1,
            MatchId = new(ids.Item2),
            PlayerId = new(ids.Item3),
            TeamId = where.Item3 % 2 == 0 || ids.Item5 == PlayerAction.CameOn ? new(ids.Item4) : null,
            Kind = ids.Item5,
            Outcome = what.Item1,
            Qualifiers = (ActionQualifiers)what.Item2,
            Time = what.Item3,
            Role = what.Item4,
            Start = where.Item3 / 2 % 2 == 0 ? where.Item1 : null,
            End = where.Item3 / 4 == 0 ? where.Item2 : null,
            OccurredAt = occurred,
        });

    public static Gen<MatchUpdate> MatchUpdate { get; } = Gen.Select(
        Gen.Select(Id, Number, Number, Number), Gen.Enum<MatchFact>(), Time, Gen.OneOf(Sheet(1), Sheet(30)), MomentOrNot,
        (ids, kind, time, sheet, occurred) => new MatchUpdate
        {
            Id = ids.Item1,
            MatchId = new(ids.Item2),
            Kind = kind,
            TeamId = new(ids.Item3),
            PlayerId = kind == MatchFact.Interruption ? null : new(ids.Item4),
            PlayerInId = kind == MatchFact.Substitution ? new((ids.Item4 / 2) + 1 == ids.Item4 ? 7 : (ids.Item4 / 2) + 1) : null,
            Time = TimeOf(kind, time),
            Sheet = kind == MatchFact.LineUp ? sheet : null,
            OccurredAt = occurred,
        });

    public static Gen<LiveRatingUpdate> LiveRating { get; } = Gen.Select(
        Gen.Select(Number, Number, Number, Gen.Bool), Gen.Int[1, 3000], Gen.Int[300, 1000], Gen.Int[0, 120], Gen.Bool, Time, Moment,
        (ids, version, rating, minutes, flag, time, occurred) => new LiveRatingUpdate
        {
            PlayerId = new(ids.Item1),
            MatchId = new(ids.Item2),
            TeamId = ids.Item4 ? new(ids.Item3) : null,
            Version = version,
            RatingHundredths = rating,
            Shown = minutes >= 10,
            MinutesPlayed = minutes,
            Events = version / 2,
            Final = flag,
            Weights = "2026-1",
            Categories = [rating, -version, minutes, 0, int.MinValue, int.MaxValue],
            Time = time,
            OccurredAt = occurred,
        });

    public static Gen<MarketEvent> Market { get; } = Gen.Select(
        Gen.Enum<MarketEventKind>(), Number, Number, Moment, Number, Number, Gen.Guid, Gen.Long[0, long.MaxValue],
        (kind, player, sequence, at, agent, club, subject, price) => new MarketEvent
        {
            PlayerId = new(player),
            Kind = kind,
            Sequence = sequence,
            At = at,
            AgentId = new(agent),
            ClubId = new(club),
            PitchId = kind <= MarketEventKind.PitchDeclined ? new(subject) : null,
            OfferId = kind > MarketEventKind.PitchDeclined ? new(subject) : null,
            Price = price,
        });

    private static Gen<MatchSheet> Sheet(int squad) => Gen.Select(
        Name, Name, Name, Moment, Gen.Enum<PlayerRole>(), (competition, home, away, kickOff, role) => new MatchSheet
        {
            Competition = competition,
            KickOff = kickOff,
            Home = Team(1, home, squad, role),
            Away = Team(2, away, squad, role),
        });

    private static TeamSheet Team(long id, string name, int squad, PlayerRole role) => new()
    {
        TeamId = new(id),
        Name = name,
        Squad =
        [
            .. Enumerable.Range(0, squad)
                .Select(i => new SquadPlayer { PlayerId = new((id * 100) + i), Name = name, Role = role, Starts = i < 11 }),
        ],
    };

    private static MatchTime TimeOf(MatchFact kind, MatchTime any) => kind switch
    {
        MatchFact.ShootOutScored or MatchFact.ShootOutMissed => new(MatchPeriod.ShootOut, 121, any.Second),
        MatchFact.Goal or MatchFact.OwnGoal or MatchFact.FullTime => new(MatchPeriod.SecondHalf, 90, any.Second),
        _ => any,
    };
}
