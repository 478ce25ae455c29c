using System.Collections.Immutable;
using ShellCorp.Events;

namespace ShellCorp.Feeds.Simulator;

/// <summary>
/// What no action shows by itself but its neighbours do, by the rules by which Wyscout's rows are read (docs/rating-model.md): who won the ball,
/// made the chance, blocked the shot, and what came of a loss.
/// </summary>
internal sealed partial class Hindsight
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(3);

    // Counted: of the failed shots that an opponent touches next, 377 of 398 are told as blocked, of the others 35 of 641; of those from where
    // the goal is seen wide, 178 of 186 as an opportunity.
    private const double BlockedPerMille = 947;
    private const double BlockedOtherwisePerMille = 55;
    private const double BigPerMille = 957;

    // The chains of moves know one move back, so that a ball won is kept more often here than it was there: 152 of 1,000 passes and 228 touches
    // would be recoveries, counted were 133 and 141.
    private const double PassRecoversPerMille = 875;
    private const double TouchRecoversPerMille = 620;

    private readonly ImmutableArray<(TimeSpan At, PlayerUpdate Action)> _rows;
    private readonly ActionQualifiers[] _found;
    private readonly SeededRandom _random;

    private Hindsight(IEnumerable<FeedStep> steps, SeededRandom random)
    {
        _rows = [.. steps.SelectMany(step => step.PlayerUpdates.Select(action => (step.At, action)))];
        _found = new ActionQualifiers[_rows.Length];
        _random = random;
    }

    /// <summary>The same steps, their actions with what the whole match shows.</summary>
    public static ImmutableArray<FeedStep> Complete(ImmutableArray<FeedStep> steps, SeededRandom random)
    {
        var hindsight = new Hindsight(steps, random);
        hindsight.MarkRecoveries();
        for (var i = 0; i < hindsight._rows.Length; i++)
        {
            if (IsAttempt(hindsight._rows[i].Action))
                hindsight.MarkAttempt(i);
            hindsight.MarkLoss(i);
        }

        var row = 0;
        return [.. steps.Select(step => step with { PlayerUpdates = [.. step.PlayerUpdates.Select(action => hindsight.Told(action, row++))] })];
    }

    private PlayerUpdate Told(PlayerUpdate action, int row) => action with { Qualifiers = action.Qualifiers | _found[row] };

    private void MarkRecoveries()
    {
        int[] controlling = [.. Enumerable.Range(0, _rows.Length).Where(i => HasBall(_rows[i].Action))];
        for (var i = 1; i + 1 < controlling.Length; i++)
        {
            var (before, action, after) = (_rows[controlling[i - 1]].Action, _rows[controlling[i]].Action, _rows[controlling[i + 1]].Action);
            if (before.Time.Period == action.Time.Period && action.Time.Period == after.Time.Period
                && action.TeamId != before.TeamId && action.TeamId == after.TeamId
                && !IsRestart(action) && action.Kind != PlayerAction.Shot && !IsRestart(after)
                && _random.PerMille(RecoversPerMille(action.Kind)))
            {
                _found[controlling[i]] |= ActionQualifiers.Recovery;
            }
        }
    }

    private static double RecoversPerMille(PlayerAction kind) => kind switch
    {
        PlayerAction.Pass => PassRecoversPerMille,
        PlayerAction.Touch => TouchRecoversPerMille,
        _ => 1000,
    };

    private void MarkAttempt(int attempt)
    {
        var shot = _rows[attempt].Action;
        var big = Has(shot, ActionQualifiers.Penalty)
            || (GoalView.IsWide(shot.Start!.Value, Has(shot, ActionQualifiers.Head)) && _random.PerMille(BigPerMille));
        if (big)
            _found[attempt] |= ActionQualifiers.Opportunity;

        if (!IsRestart(shot) && FindMaker(attempt) is { } maker)
            _found[maker] |= ActionQualifiers.KeyPass | (big ? ActionQualifiers.Opportunity : 0);

        if (shot.Outcome == ActionOutcome.Failure && !Has(shot, ActionQualifiers.Penalty | ActionQualifiers.Woodwork))
            MarkBlock(attempt);
    }

    private void MarkBlock(int attempt)
    {
        var next = attempt + 1;
        var touched = next < _rows.Length && Follows(attempt, next, AtOnce) && _rows[next].Action.TeamId != _rows[attempt].Action.TeamId
            && _rows[next].Action.Kind is PlayerAction.Touch or PlayerAction.Clearance or PlayerAction.Carry or PlayerAction.Pass or PlayerAction.Cross;
        if (!_random.PerMille(touched ? BlockedPerMille : BlockedOtherwisePerMille))
            return;

        _found[attempt] |= ActionQualifiers.Blocked;
        if (touched)
            _found[next] |= ActionQualifiers.Block;
    }

    private void MarkLoss(int loss)
    {
        var punishment = ActionQualifiers.None;
        for (var i = loss + 1; i < _rows.Length && Follows(loss, i, Soon); i++)
        {
            if (IsAttempt(_rows[i].Action) && _rows[i].Action.TeamId != _rows[loss].Action.TeamId)
                punishment |= Has(_rows[i].Action, ActionQualifiers.Goal) ? ActionQualifiers.LedToGoal : ActionQualifiers.LedToAttempt;
        }

        if (_random.PerMille(DangerPerMille(_rows[loss].Action, punishment != ActionQualifiers.None)))
            _found[loss] |= ActionQualifiers.DangerousLoss | punishment;
    }

    /// <summary>Counted: how often a loss is told as dangerous where an attempt of the opponents comes of it, and where none does.</summary>
    private static double DangerPerMille(PlayerUpdate loss, bool punished) => (loss.Kind, loss.Outcome) switch
    {
        (PlayerAction.AttackingDuel, ActionOutcome.Failure) => punished ? 282 : 12.8,
        (PlayerAction.Pass, ActionOutcome.Failure) => punished ? 113 : 7.7,
        (PlayerAction.Touch, _) => punished ? 46 : 1.1,
        (PlayerAction.Clearance, ActionOutcome.Failure) => punished ? 25 : 0,
        _ => 0,
    };

    /// <summary>Within so much time and the same period.</summary>
    private bool Follows(int earlier, int later, TimeSpan within) =>
        _rows[earlier].Action.Time.Period == _rows[later].Action.Time.Period && _rows[later].At - _rows[earlier].At <= within;
}
