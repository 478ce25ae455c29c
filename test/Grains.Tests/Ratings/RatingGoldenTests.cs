using ShellCorp.Events;
using ShellCorp.Grains.Players.Ratings;
using static ShellCorp.Events.ActionQualifiers;

namespace ShellCorp.Grains.Tests.Ratings;

/// <summary>Matches made by hand, their points added up by hand: a rating of version 2026-1 never changes.</summary>
public sealed class RatingGoldenTests
{
    [Fact]
    public void A_defender_with_a_clean_sheet() =>
        // 6 minutes + 12 clean sheet + 90 × 0.012 = 19.08 points.
        Assert.Equal(721, Told.Hundredths(Told.Match90(PlayerRole.Defender)));

    [Fact]
    public void A_midfielder_without_a_deed_in_the_same_match() => Assert.Equal(640, Told.Hundredths(Told.Match90(PlayerRole.Midfielder)));

    [Fact]
    public void A_forward_with_the_winning_goal_and_a_ball_lost() =>
        // 6 minutes + 24 goal + 3 winner − 90 × 0.014 − 0.75 = 30.99 points.
        Assert.Equal(784, Told.Hundredths(Told.Match90(
            PlayerRole.Forward,
            Told.Update(PlayerAction.Goal, 33),
            Told.Update(PlayerAction.TeamScored, 33),
            Told.Update(PlayerAction.Shot, 33, ActionOutcome.Success, Goal),
            Told.Update(PlayerAction.AttackingDuel, 50, ActionOutcome.Failure))));

    [Fact]
    public void A_keeper_with_four_saves_and_a_penalty_stopped_who_conceded_twice() =>
        // 6 minutes + 90 × 0.013 + 4 × 2 + 15 − 2 × 0.2 = 29.77 points.
        Assert.Equal(778, Told.Hundredths(Told.Match90(
            PlayerRole.Goalkeeper,
            [
                .. Enumerable.Range(10, 4).Select(minute => Told.Update(PlayerAction.Save, minute, ActionOutcome.Success)),
                Told.Update(PlayerAction.Save, 60, ActionOutcome.Success, Penalty),
                Told.Update(PlayerAction.Save, 70, ActionOutcome.Failure),
                Told.Update(PlayerAction.TeamConceded, 70),
                Told.Update(PlayerAction.TeamConceded, 71),
            ])));

    [Fact]
    public void A_midfielder_sent_off_in_the_fiftieth_minute_after_a_yellow_card() =>
        // 3 minutes − 0.85 foul − 9 red card, which takes the place of the yellow one = −6.85 points.
        Assert.Equal(555, Told.Hundredths(Told.Match90(
            PlayerRole.Midfielder,
            Told.Update(PlayerAction.YellowCard, 20),
            Told.Update(PlayerAction.Foul, 50),
            Told.Update(PlayerAction.SentOff, 50))));

    [Fact]
    public void A_midfielder_who_finds_41_of_44_passes() =>
        // 6 minutes + 6 × (0.931 − 0.750) / 0.214 = 11.074 points.
        Assert.Equal(673, Told.Hundredths(Told.Match90(
            PlayerRole.Midfielder,
            Enumerable.Range(1, 44).Select(minute =>
                Told.Update(PlayerAction.Pass, minute, minute > 3 ? ActionOutcome.Success : ActionOutcome.Failure)))));

    [Fact]
    public void A_substitute_of_twenty_minutes_hidden_no_more() =>
        // 3 minutes + 9 assist + 2 big chance − 20 × 0.014 = 13.72 points.
        Assert.Equal(689, Told.Hundredths(RatingTally.Empty.Add(
            [
                Told.CameOn(PlayerRole.Forward, 70),
                Told.Update(PlayerAction.Pass, 80, qualifiers: Assist | KeyPass | Opportunity),
                Told.FullTime(),
            ])));

    [Fact]
    public void Nothing_in_a_shoot_out_counts()
    {
        var match = Told.Match90(PlayerRole.Forward, Told.FullTime(120));
        var kick = Told.At(PlayerAction.Shot, new(MatchPeriod.ShootOut, 121, 0), ActionOutcome.Failure, Penalty);

        Assert.Equal(Told.Hundredths(match), Told.Hundredths(match.Add(kick)));
    }
}
