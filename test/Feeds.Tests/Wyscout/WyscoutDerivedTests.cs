using ShellCorp.Events;
using static ShellCorp.Events.ActionQualifiers;

namespace ShellCorp.Feeds.Tests.Wyscout;

public sealed class WyscoutDerivedTests
{
    [Theory]
    [InlineData("502-2", PlayerAction.Pass, Interception | Recovery)]
    [InlineData("row", PlayerAction.Pass, Smart | ThroughBall)]
    [InlineData("504", PlayerAction.Cross, Assist | KeyPass | High | Opportunity | Recovery)]
    [InlineData("505", PlayerAction.Shot, Opportunity | RightFoot | Goal)]
    [InlineData("507", PlayerAction.AttackingDuel, TakeOn)]
    [InlineData("513", PlayerAction.Pass, DangerousLoss | LedToAttempt)]
    [InlineData("514", PlayerAction.Pass, Recovery | KeyPass | Opportunity)]
    [InlineData("515", PlayerAction.Shot, Opportunity | Blocked)]
    [InlineData("516", PlayerAction.Touch, Block)]
    public async Task A_row_has_the_qualifiers_of_its_tags_and_of_its_neighbours(string key, PlayerAction kind, ActionQualifiers qualifiers)
    {
        var row = (await WyscoutFixture.ReadAsync(1001)).Row(key);

        Assert.Equal((kind, qualifiers), (row.Kind, row.Qualifiers));
    }

    [Fact]
    public async Task The_foul_before_a_penalty_gave_it_away_and_who_drew_it_has_a_part_in_the_goal()
    {
        var match = await WyscoutFixture.ReadAsync(1001);

        Assert.Equal(Penalty, match.Row("518").Qualifiers);
        Assert.Equal(LedToGoal, match.Row("517").Qualifiers);
        Assert.Equal(Penalty | Goal | Opportunity, match.Row("519").Qualifiers);
        Assert.Equal(None, match.Row("503").Qualifiers);
    }

    [Fact]
    public async Task Who_forced_an_own_goal_has_a_part_in_it()
    {
        var match = await WyscoutFixture.ReadAsync(1001);

        Assert.Equal(RightFoot | LedToGoal, match.Row("510").Qualifiers);
    }

    [Fact]
    public async Task A_penalty_stopped_is_a_save_of_a_penalty()
    {
        var match = await WyscoutFixture.ReadAsync(1002);

        Assert.Equal((PlayerAction.Save, ActionOutcome.Success, Penalty), (match.Row("607").Kind, match.Row("607").Outcome, match.Row("607").Qualifiers));
        Assert.Equal((PlayerAction.Shot, ActionOutcome.Failure, Penalty | Opportunity), (match.Row("606").Kind, match.Row("606").Outcome, match.Row("606").Qualifiers));
    }
}
