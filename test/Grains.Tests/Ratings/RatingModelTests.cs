using System.Collections.Immutable;
using CsCheck;
using ShellCorp.Events;
using ShellCorp.Grains.Players.Ratings;

namespace ShellCorp.Grains.Tests.Ratings;

public sealed class RatingModelTests
{
    [Fact]
    public void A_rating_starts_at_six_and_hidden()
    {
        var rating = RatingModel.Rate(RatingTally.Empty.Add(Told.CameOn(PlayerRole.Midfielder)), RatingWeights.Current);

        Assert.Equal((600, false, 0), (rating.Hundredths, rating.Shown, rating.MinutesPlayed));
        Assert.All(rating.Categories, share => Assert.Equal(0, share));
    }

    [Fact]
    public void A_rating_is_shown_after_ten_minutes()
    {
        Assert.False(Rate(9).Shown);
        Assert.True(Rate(10).Shown);

        static Rating Rate(int minute) => RatingModel.Rate(
            RatingTally.Empty.Add([Told.CameOn(PlayerRole.Midfielder), Told.Update(PlayerAction.Touch, minute)]), RatingWeights.Current);
    }

    [Fact]
    public void Ratings_stay_between_three_and_ten_and_categories_add_up_to_them() =>
        Told.AnyUpdates.Sample(updates =>
        {
            var rating = RatingModel.Rate(RatingTally.Empty.Add(updates), RatingWeights.Current);
            return rating.Hundredths is >= 300 and <= 1000
                && rating.Categories.Length == 6
                && rating.Categories.Sum() == (rating.Hundredths - 600) * 10;
        });

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(1_000_000)]
    public void Absurd_counts_reach_the_ends_and_no_further(int count)
    {
        var best = RatingTally.Empty with { Counts = Counts(RatingStatistic.Save, count) };
        var worst = RatingTally.Empty with { Counts = Counts(RatingStatistic.OwnGoal, count) };

        Assert.Equal((1000, 300), (Told.Hundredths(best), Told.Hundredths(worst)));
        Assert.Equal(4000, RatingModel.Rate(best, RatingWeights.Current).Categories.Sum());
    }

    [Theory]
    [InlineData(PlayerAction.Goal, 1)]
    [InlineData(PlayerAction.OwnGoal, -1)]
    [InlineData(PlayerAction.SentOff, -1)]
    [InlineData(PlayerAction.YellowCard, -1)]
    [InlineData(PlayerAction.Offside, -1)]
    [InlineData(PlayerAction.Foul, -1)]
    public void A_fact_moves_the_rating_its_way(PlayerAction kind, int direction) =>
        Told.AnyUpdates.Sample(updates =>
        {
            // Few updates: far out, a point moves the rating by less than a hundredth.
            // Sent off at the end, so that no minutes are lost; a red card takes the place of a yellow one, so none is told before.
            var before = RatingTally.Empty.Add([Told.CameOn(PlayerRole.Midfielder), .. updates.Where(update => !update.IsDerived).Take(8), Told.FullTime(120)]);
            return Math.Sign(Told.Hundredths(before.Add(Told.Update(kind, 120))) - Told.Hundredths(before)) == direction;
        });

    private static ImmutableArray<int> Counts(RatingStatistic statistic, int count)
    {
        var counts = new int[(int)statistic + 1];
        counts[(int)statistic] = count;
        return [.. counts];
    }
}
