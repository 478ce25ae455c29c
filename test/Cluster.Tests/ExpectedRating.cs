using ShellCorp.Events;

namespace ShellCorp.Cluster.Tests;

/// <summary>A player's rating at full time, worked out from all facts and rows at once, by docs/rating-model.md and by other code than the product's.</summary>
internal sealed class ExpectedRating
{
    private const long Up = 60_000;
    private const long Down = 45_000;

    private readonly PlayerId _player;
    private readonly List<MatchUpdate> _facts;
    private readonly MatchTime? _on;
    private readonly MatchTime? _off;
    private readonly PlayerRole _role;
    private readonly List<MatchTime> _scored;
    private readonly List<MatchTime> _conceded;
    private readonly int _minutes;

    private ExpectedRating(PlayerId player, MatchSheet sheet, List<MatchUpdate> facts)
    {
        var (team, member) = sheet.Find(player)!.Value;
        (_player, _facts) = (player, facts);
        _on = member.Starts ? MatchTime.KickOff : First(facts.Where(fact => fact.Kind == MatchFact.Substitution && fact.PlayerInId == player));
        _off = First(facts.Where(fact =>
            fact.PlayerId == player && fact.Kind is MatchFact.Substitution or MatchFact.SecondYellowCard or MatchFact.RedCard));
        _role = _on is null ? PlayerRole.Unknown : member.Role;
        _scored = GoalsFor(own => own == team.TeamId);
        _conceded = GoalsFor(own => own != team.TeamId);
        var end = facts.Single(fact => fact.Kind == MatchFact.FullTime).Time.Period >= MatchPeriod.FirstExtraTime ? 120 : 90;
        _minutes = _on is { } on ? Math.Max(0, (_off?.ScheduledMinute ?? end) - on.ScheduledMinute) : 0;
    }

    /// <summary>The rating in hundredths.</summary>
    public static int Hundredths(PlayerId player, MatchSheet sheet, List<MatchUpdate> facts, IEnumerable<PlayerUpdate> rows)
    {
        var rating = new ExpectedRating(player, sheet, facts);
        return FromPoints(rating.Minutes() + rating.Goals() + rating.Cards()
            + ExpectedPoints.Of([.. rows.Where(row => row.Time.Period != MatchPeriod.ShootOut)]));
    }

    private int Minutes()
    {
        var played = _minutes < 10 ? 300 * _minutes : 3_000 + (Math.Clamp(_minutes - 56, 0, 5) * 600);
        return played + (_minutes * ByRole(13, 12, 0, -14));
    }

    private int Goals()
    {
        var conceded = _on is null ? 0 : _conceded.Count(goal => goal >= _on && (_off is null || goal < _off));
        var own = _facts.Where(fact => fact.Kind == MatchFact.Goal && fact.PlayerId == _player).Select(fact => fact.Time).ToList();
        var winner = _on is not null && _scored.Count > _conceded.Count && own.Contains(_scored[_conceded.Count]);
        var clean = conceded == 0 && _minutes >= 60;
        return (own.Count * ByRole(12_000, 12_000, 18_000, 24_000))
            + (winner ? 3_000 : 0)
            + (clean ? ByRole(12_000, 12_000, 0, 0) : 0)
            + (conceded * ByRole(-200, -200, 0, 0))
            - (6_000 * Told(MatchFact.OwnGoal));
    }

    private int Cards() =>
        Told(MatchFact.SecondYellowCard) + Told(MatchFact.RedCard) > 0 ? -9_000 : -3_000 * Told(MatchFact.YellowCard);

    private int Told(MatchFact kind) => _facts.Count(fact => fact.Kind == kind && fact.PlayerId == _player && fact.Time.Period != MatchPeriod.ShootOut);

    private int ByRole(int keeper, int defender, int other, int forward) => _role switch
    {
        PlayerRole.Goalkeeper => keeper,
        PlayerRole.Defender => defender,
        PlayerRole.Forward => forward,
        _ => other,
    };

    private List<MatchTime> GoalsFor(Predicate<TeamId> isMeant) =>
    [
        .. _facts.Where(fact => (fact.Kind == MatchFact.Goal && isMeant(fact.TeamId!.Value)) || (fact.Kind == MatchFact.OwnGoal && !isMeant(fact.TeamId!.Value)))
            .Select(fact => fact.Time).Order(),
    ];

    private static MatchTime? First(IEnumerable<MatchUpdate> facts) => facts.Select(fact => (MatchTime?)fact.Time).Min();

    /// <summary>600 ± reach · S / √(S² + scale²), the root cut off, the quotient rounded half away from zero.</summary>
    private static int FromPoints(long points)
    {
        var (reach, scale) = points < 0 ? (300m, Down) : (400m, Up);
        var square = (points * points) + (scale * scale);
        var root = (long)Math.Sqrt(square);
        while (root * root > square)
            root--;
        while ((root + 1) * (root + 1) <= square)
            root++;
        return 600 + (int)Math.Round(reach * points / root, MidpointRounding.AwayFromZero);
    }
}
