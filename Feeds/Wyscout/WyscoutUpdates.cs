using ShellCorp.Events;

namespace ShellCorp.Feeds.Wyscout;

/// <summary>Makes the updates of one match.</summary>
internal sealed class WyscoutUpdates(WyscoutMatch match, MatchSheet sheet, WyscoutClock clock)
{
    /// <summary>The step of a row. Who found no place in the squad is nobody: the row counts and so does its goal, but it is nobody's.</summary>
    public FeedStep OfRow(WyscoutRow told, ActionQualifiers derived)
    {
        var row = told.Player is { } named && sheet.Find(named) is null ? told with { Player = null } : told;
        var at = clock.At(row.Period, row.Seconds);
        var fact = TeamOf(row) is not null && FactOf(row) is { } kind ? Fact(kind, row, at) : null;
        return new()
        {
            At = at,
            IsRow = true,
            PlayerUpdates = row.Player is { } player ? [Action(row, player, derived, at)] : [],
            MatchUpdates = fact is not null ? [fact] : row.Player is null ? [Update(row.Key, MatchFact.Interruption, row.Time, at)] : [],
        };
    }

    /// <summary>The line-up.</summary>
    public FeedStep LineUp() => Step(TimeSpan.Zero, Update("line-up", MatchFact.LineUp, MatchTime.KickOff, TimeSpan.Zero) with { Sheet = sheet });

    /// <summary>A period starts.</summary>
    public FeedStep PeriodStart(MatchPeriod period)
    {
        var at = clock.At(period, 0);
        return Step(at, Update($"period-start/{(int)period}", MatchFact.PeriodStart, MatchTime.At(period, 0), at));
    }

    /// <summary>A period ends.</summary>
    public FeedStep PeriodEnd(MatchPeriod period)
    {
        var at = clock.EndOf(period);
        return Step(at, Update($"period-end/{(int)period}", MatchFact.PeriodEnd, clock.TimeOfEnd(period), at));
    }

    /// <summary>The match is over.</summary>
    public FeedStep FullTime()
    {
        var at = clock.EndOf(clock.Last);
        return Step(at, Update("full-time", MatchFact.FullTime, clock.TimeOfEnd(clock.Last), at));
    }

    /// <summary>Whether both players are in the squad of the team; one whom both teams name is in one of them alone.</summary>
    public bool Fits(TeamId team, WyscoutSubstitution substitution) =>
        sheet.Find(substitution.Off)?.Team.TeamId == team && sheet.Find(substitution.On)?.Team.TeamId == team;

    /// <summary>A substitution at a time of the match, told at a moment that may be earlier.</summary>
    public FeedStep Substitution(TeamId team, WyscoutSubstitution substitution, MatchTime time, TimeSpan at) =>
        Step(at, Update($"substitution/{substitution.Off}/{substitution.On}", MatchFact.Substitution, time, at) with
        {
            TeamId = team,
            PlayerId = substitution.Off,
            PlayerInId = substitution.On,
        });

    private static FeedStep Step(TimeSpan at, MatchUpdate update) => new() { At = at, IsRow = false, MatchUpdates = [update] };

    private static MatchFact? FactOf(WyscoutRow row) => row switch
    {
        { IsGoal: true } => MatchFact.Goal,
        { IsOwnGoal: true } => row.Player is null ? MatchFact.Goal : MatchFact.OwnGoal,
        { Period: MatchPeriod.ShootOut, IsKickAtGoal: true } => row.Has(WyscoutTag.Goal) ? MatchFact.ShootOutScored : MatchFact.ShootOutMissed,
        { Player: null } => null,
        _ when row.Has(WyscoutTag.RedCard) => MatchFact.RedCard,
        _ when row.Has(WyscoutTag.SecondYellowCard) => MatchFact.SecondYellowCard,
        _ when row.Has(WyscoutTag.YellowCard) => MatchFact.YellowCard,
        _ => null,
    };

    private MatchUpdate Fact(MatchFact kind, WyscoutRow row, TimeSpan at) => Update($"{row.Key}/fact", kind, row.Time, at) with
    {
        // An own goal by nobody known is told as a goal of the others.
        TeamId = kind == MatchFact.Goal && row.IsOwnGoal ? Other(TeamOf(row)) : TeamOf(row),
        PlayerId = row.Player,
    };

    private PlayerUpdate Action(WyscoutRow row, PlayerId player, ActionQualifiers derived, TimeSpan at) => new()
    {
        Id = IdOf(row.Key),
        MatchId = match.Id,
        PlayerId = player,
        TeamId = TeamOf(row),
        Kind = WyscoutActions.KindOf(row),
        Outcome = WyscoutActions.OutcomeOf(row),
        Qualifiers = WyscoutQualifiers.Of(row) | derived,
        Time = row.Time,
        Start = row.Start,
        End = row.End,
        OccurredAt = match.KickOff + at,
    };

    private MatchUpdate Update(string key, MatchFact kind, MatchTime time, TimeSpan at) => new()
    {
        Id = IdOf(key),
        MatchId = match.Id,
        Kind = kind,
        Time = time,
        OccurredAt = match.KickOff + at,
    };

    private string IdOf(string key) => $"wyscout/{match.Id}/{key}";

    private TeamId? TeamOf(WyscoutRow row) =>
        row.Player is { } player && sheet.Find(player) is var (team, _) ? team.TeamId : sheet.Of(row.Team)?.TeamId;

    private TeamId? Other(TeamId? team) => team is null ? null : team == sheet.Home.TeamId ? sheet.Away.TeamId : sheet.Home.TeamId;
}
