using ShellCorp.Events;
using ShellCorp.Web.Players;

namespace ShellCorp.Web.Tests.Components;

public sealed class ActionTextTests
{
    [Theory]
    [InlineData(PlayerAction.Pass, ActionOutcome.Success, ActionQualifiers.KeyPass | ActionQualifiers.High, "Pass, completed · key pass · high")]
    [InlineData(PlayerAction.Shot, ActionOutcome.Failure, ActionQualifiers.LeftFoot, "Shot, off target · left foot")]
    [InlineData(PlayerAction.AerialDuel, ActionOutcome.Failure, ActionQualifiers.None, "Aerial duel, lost")]
    [InlineData(PlayerAction.TeamScored, ActionOutcome.None, ActionQualifiers.None, "Team scored")]
    [InlineData(PlayerAction.Foul, ActionOutcome.None, ActionQualifiers.Penalty, "Foul · penalty")]
    public void An_action_is_told_in_words(PlayerAction kind, ActionOutcome outcome, ActionQualifiers qualifiers, string words) =>
        Assert.Equal(words, ActionText.Of(new() { Time = default, Kind = kind, Outcome = outcome, Qualifiers = qualifiers, DeltaHundredths = 1 }));

    [Fact]
    public void Every_kind_has_words()
    {
        Assert.All(
            Enum.GetValues<PlayerAction>(),
            kind => Assert.Matches("^[A-Z][a-z ]+$", ActionText.Of(new() { Time = default, Kind = kind, Outcome = default, Qualifiers = default, DeltaHundredths = 0 })));
    }
}
