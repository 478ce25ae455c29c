using ShellCorp.Events;
using ShellCorp.Grains.Players.Ratings;

namespace ShellCorp.Grains.Tests.Ratings;

public sealed class PitchTimeTests
{
    [Theory]
    [InlineData(MatchPeriod.FirstHalf, 12, 12)]
    [InlineData(MatchPeriod.FirstHalf, 48, 45)]
    [InlineData(MatchPeriod.SecondHalf, 45, 45)]
    [InlineData(MatchPeriod.SecondHalf, 95, 90)]
    [InlineData(MatchPeriod.FirstExtraTime, 107, 105)]
    [InlineData(MatchPeriod.SecondExtraTime, 123, 120)]
    [InlineData(MatchPeriod.ShootOut, 124, 120)]
    public void On_the_pitch_minutes_run_to_the_latest_known_time_by_the_schedule(MatchPeriod period, int minute, int expected)
    {
        var tally = RatingTally.Empty.Add([Told.CameOn(PlayerRole.Forward), Told.At(PlayerAction.Pass, new(period, minute, 30))]);

        Assert.Equal(expected, PitchTime.MinutesPlayed(tally));
    }

    [Fact]
    public void A_substitute_plays_from_coming_on_to_full_time()
    {
        var tally = RatingTally.Empty.Add([Told.CameOn(PlayerRole.Forward, 71), Told.Update(PlayerAction.Pass, 72), Told.FullTime()]);

        Assert.Equal(19, PitchTime.MinutesPlayed(tally));
    }

    [Theory]
    [InlineData(PlayerAction.WentOff)]
    [InlineData(PlayerAction.SentOff)]
    public void Who_leaves_the_pitch_plays_no_longer(PlayerAction leaves) =>
        Assert.Equal(55, PitchTime.MinutesPlayed(Told.Match90(PlayerRole.Forward, Told.Update(leaves, 55))));

    [Fact]
    public void Full_time_after_extra_time_makes_120_minutes() =>
        Assert.Equal(120, PitchTime.MinutesPlayed(Told.Match90(PlayerRole.Defender, Told.FullTime(120))));

    [Fact]
    public void Without_coming_on_nothing_was_played()
    {
        var tally = RatingTally.Empty.Add([Told.Update(PlayerAction.YellowCard, 30), Told.Update(PlayerAction.TeamConceded, 40), Told.FullTime()]);

        Assert.Equal(0, PitchTime.MinutesPlayed(tally));
        Assert.Equal(0, PitchTime.GoalsConceded(tally));
        Assert.False(PitchTime.KeptCleanSheet(tally, 0));
    }

    [Theory]
    [InlineData(10, 0, 80, 1)]
    [InlineData(10, 20, 80, 0)]
    [InlineData(81, 20, 80, 0)]
    [InlineData(50, 20, 80, 1)]
    public void Goals_count_against_those_on_the_pitch(double goal, double on, double off, int expected)
    {
        var tally = RatingTally.Empty.Add(
            [Told.CameOn(PlayerRole.Defender, on), Told.Update(PlayerAction.TeamConceded, goal), Told.Update(PlayerAction.WentOff, off)]);

        Assert.Equal(expected, PitchTime.GoalsConceded(tally));
    }

    [Fact]
    public void A_clean_sheet_needs_sixty_minutes_and_full_time()
    {
        var early = RatingTally.Empty.Add([Told.CameOn(PlayerRole.Goalkeeper), Told.Update(PlayerAction.WentOff, 59), Told.FullTime()]);
        var late = RatingTally.Empty.Add([Told.CameOn(PlayerRole.Goalkeeper), Told.Update(PlayerAction.WentOff, 60), Told.Update(PlayerAction.TeamConceded, 70)]);

        Assert.False(PitchTime.KeptCleanSheet(early, PitchTime.MinutesPlayed(early)));
        Assert.False(PitchTime.KeptCleanSheet(late, PitchTime.MinutesPlayed(late)));
        Assert.True(PitchTime.KeptCleanSheet(late.Add(Told.FullTime()), PitchTime.MinutesPlayed(late)));
    }

    [Theory]
    [InlineData(10, false)]
    [InlineData(30, true)]
    [InlineData(50, false)]
    public void The_winner_is_the_goal_after_as_many_as_the_losers_scored(double own, bool expected)
    {
        var tally = Told.Match90(
            PlayerRole.Forward,
            Told.Update(PlayerAction.TeamScored, 50),
            Told.Update(PlayerAction.TeamScored, 10),
            Told.Update(PlayerAction.TeamConceded, 80),
            Told.Update(PlayerAction.Goal, own),
            Told.Update(PlayerAction.TeamScored, 30));

        Assert.Equal(expected, PitchTime.ScoredWinner(tally));
    }

    [Fact]
    public void A_draw_has_no_winner()
    {
        var tally = Told.Match90(
            PlayerRole.Forward,
            Told.Update(PlayerAction.TeamScored, 10),
            Told.Update(PlayerAction.Goal, 10),
            Told.Update(PlayerAction.TeamConceded, 80));

        Assert.False(PitchTime.ScoredWinner(tally));
    }
}
