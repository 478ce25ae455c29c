using ShellCorp.Events;
using ShellCorp.Feeds.Tests.Wyscout;

namespace ShellCorp.Feeds.Tests.Simulator;

/// <summary>What an action's neighbours show: by the rules by which real matches are read, and as often.</summary>
public sealed class HindsightTests
{
    /// <summary>A team and match, as the Wyscout reader finds them in the 64 matches of the World Cup 2018, shoot-outs left out.</summary>
    public static TheoryData<ActionQualifiers, double> Rates => new()
    {
        { ActionQualifiers.Recovery, 67.16 },
        { ActionQualifiers.Block, 2.95 },
        { ActionQualifiers.Blocked, 5.77 },
        { ActionQualifiers.DangerousLoss, 1.11 },
        { ActionQualifiers.LedToAttempt, 0.34 },
        { ActionQualifiers.IntoSpace, 28.94 },
        { ActionQualifiers.TakeOn, 22.82 },
        { ActionQualifiers.Opportunity, 2.80 },
        { ActionQualifiers.KeyPass, 9.90 },
    };

    [Theory]
    [MemberData(nameof(Rates))]
    public void A_circumstance_is_as_frequent_as_in_the_world_cup(ActionQualifiers qualifier, double rate)
    {
        var actual = Rate(SimulatedMatches.All, qualifier);

        // A sixth, and a tenth of one where it is rare.
        Assert.InRange(actual, (rate * 5 / 6) - 0.1, (rate * 7 / 6) + 0.1);
    }

    [Fact]
    public async Task The_rates_are_those_of_the_world_cup()
    {
        var matches = await Tournament.ReadAsync().ToListAsync(TestContext.Current.CancellationToken);

        Assert.All(Rates, row => Assert.Equal(row.Data.Item2, Rate(matches, row.Data.Item1), 0.006));
    }

    [Fact]
    public void A_block_ends_a_shot_of_the_others_at_once() => Assert.All(Pairs(ActionQualifiers.Block), pair =>
    {
        Assert.Equal(PlayerAction.Shot, pair.Before.Action.Kind);
        Assert.True(pair.Before.Action.Qualifiers.HasFlag(ActionQualifiers.Blocked));
        Assert.NotEqual(pair.Before.Action.TeamId, pair.Row.Action.TeamId);
        Assert.True(pair.Row.At - pair.Before.At <= TimeSpan.FromSeconds(3));
    });

    [Fact]
    public void A_loss_that_led_to_an_attempt_is_followed_by_one()
    {
        foreach (var match in SimulatedMatches.All)
        {
            var rows = Rows(match);
            foreach (var (i, loss) in rows.Index().Where(row => row.Item.Action.Qualifiers.HasFlag(ActionQualifiers.LedToAttempt)))
            {
                Assert.True(loss.Action.Qualifiers.HasFlag(ActionQualifiers.DangerousLoss));
                Assert.Contains(
                    rows[(i + 1)..].TakeWhile(row => row.At - loss.At <= TimeSpan.FromSeconds(15)),
                    row => row.Action.Kind == PlayerAction.Shot && row.Action.TeamId != loss.Action.TeamId);
            }
        }
    }

    [Fact]
    public void A_recovery_is_no_restart_and_no_shot() => Assert.All(Pairs(ActionQualifiers.Recovery), pair => Assert.DoesNotContain(
        pair.Row.Action.Kind,
        new[] { PlayerAction.ThrowIn, PlayerAction.GoalKick, PlayerAction.Corner, PlayerAction.FreeKick, PlayerAction.Shot, PlayerAction.Foul }));

    [Fact]
    public void Both_sides_of_a_duel_tell_of_a_run_into_space() => Assert.All(
        Pairs(ActionQualifiers.IntoSpace).Where(pair => pair.Row.Action.Kind == PlayerAction.DefendingDuel),
        pair => Assert.True(pair.Before.Action is { Kind: PlayerAction.AttackingDuel } attack && attack.Qualifiers.HasFlag(ActionQualifiers.IntoSpace)));

    private static double Rate(IEnumerable<FeedMatch> matches, ActionQualifiers qualifier)
    {
        var actions = matches.Select(match => match.Steps.SelectMany(step => step.PlayerUpdates)
            .Count(action => action.Time.Period != MatchPeriod.ShootOut && action.Qualifiers.HasFlag(qualifier))).ToList();
        return actions.Sum() / 2.0 / actions.Count;
    }

    /// <summary>Each action of the kind with the one before it; there are some.</summary>
    private static List<((TimeSpan At, PlayerUpdate Action) Before, (TimeSpan At, PlayerUpdate Action) Row)> Pairs(ActionQualifiers qualifier)
    {
        var pairs = SimulatedMatches.All.Select(Rows).SelectMany(rows => rows.Zip(rows.Skip(1)))
            .Where(pair => pair.Second.Action.Qualifiers.HasFlag(qualifier)).ToList();
        Assert.NotEmpty(pairs);
        return pairs;
    }

    private static (TimeSpan At, PlayerUpdate Action)[] Rows(FeedMatch match) =>
        [.. match.Steps.SelectMany(step => step.PlayerUpdates.Select(action => (step.At, action)))];
}
