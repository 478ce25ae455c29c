using ShellCorp.Events;

namespace ShellCorp.Feeds.Simulator;

/// <content>Duels, fouls and cards.</content>
internal sealed partial class MatchPlay
{
    // Counted: 26 of 34 fouls of defenders in their box gave a penalty; 221 yellow cards for 1,766 fouls, 2 second ones, 2 red ones.
    private const double PenaltyPerMille = 765;
    private const double YellowPerMille = 125;
    private const double SecondYellowPerMille = 12;
    private const double RedPerMille = 1.2;
    private const int FewestPlayers = 8;

    private Situation Duel(Move move, Side team, PitchPoint at, Situation before)
    {
        var kind = KindOf(move);
        var actor = FindActor(kind, team, at, before, restart: false);
        var outcome = _tables.Mix.Outcome(kind, Pitch.ZoneOf(at), random);
        var attack = Describe(team, actor, kind, outcome, at);
        scribe.Row(attack);

        clock.Advance(_tables.Gaps.Draw(GapTable.Second, random));
        var other = Opponent(team);
        var there = Pitch.Clamp(100 - at.X, 100 - at.Y);
        var otherKind = kind == PlayerAction.AttackingDuel ? PlayerAction.DefendingDuel : kind;
        var role = _tables.Mix.Role(otherKind, Pitch.ZoneOf(there), random);
        var rival = role == PlayerRole.Goalkeeper ? other.Keeper : other.Find(role, there.Y, null, random);
        var defence = Describe(other, rival, otherKind, Opposite(outcome), there);
        scribe.Row(defence with { Qualifiers = defence.Qualifiers | Mirrored(attack.Qualifiers) });
        return new(team, move, outcome, at, actor) { Rival = rival };
    }

    private Situation Foul(Side team, PitchPoint at, Situation before)
    {
        var actor = FindActor(PlayerAction.Foul, team, at, before, restart: false);
        var isPenalty = Pitch.IsOwnBox(at) && random.PerMille(PenaltyPerMille);
        var update = Describe(team, actor, PlayerAction.Foul, ActionOutcome.None, at);
        if (isPenalty)
            update = update with { Qualifiers = update.Qualifiers | ActionQualifiers.Penalty };

        scribe.Row(update, Card(team, actor));
        return new(team, Move.Foul, ActionOutcome.None, at, actor) { IsPenalty = isPenalty };
    }

    private MatchUpdate? Card(Side team, PitchPlayer actor)
    {
        // A team without a keeper, or with too few players, would need rules of its own.
        var mayGo = actor.Role != PlayerRole.Goalkeeper && team.OnPitch.Count > FewestPlayers;
        if (mayGo && random.PerMille(RedPerMille))
            return SendOff(team, actor, MatchFact.RedCard);

        if (team.IsBooked(actor))
            return mayGo && random.PerMille(SecondYellowPerMille) ? SendOff(team, actor, MatchFact.SecondYellowCard) : null;

        return random.PerMille(YellowPerMille) && team.Book(actor) ? scribe.Fact(MatchFact.YellowCard, team.Id, actor.Id) : null;
    }

    private MatchUpdate SendOff(Side team, PitchPlayer actor, MatchFact card)
    {
        team.SendOff(actor);
        return scribe.Fact(card, team.Id, actor.Id);
    }

    /// <summary>Both sides of a duel tell how it went; who got there first is told of each as it was for that one.</summary>
    private static ActionQualifiers Mirrored(ActionQualifiers attack) =>
        (attack & (ActionQualifiers.TakeOn | ActionQualifiers.IntoSpace))
        | (attack.HasFlag(ActionQualifiers.Anticipated) ? ActionQualifiers.Anticipation : ActionQualifiers.None)
        | (attack.HasFlag(ActionQualifiers.Anticipation) ? ActionQualifiers.Anticipated : ActionQualifiers.None);

    private static ActionOutcome Opposite(ActionOutcome outcome) => outcome switch
    {
        ActionOutcome.Success => ActionOutcome.Failure,
        ActionOutcome.Failure => ActionOutcome.Success,
        _ => outcome,
    };
}
