using CsCheck;
using ShellCorp.Events;
using ShellCorp.Grains.Players.Ratings;

namespace ShellCorp.Grains.Tests.Ratings;

public sealed class RatingExplanationTests
{
    [Fact]
    public void Deltas_add_up_to_the_distance_from_six() =>
        Told.AnyUpdates.Sample(updates =>
        {
            var (contributions, line) = RatingModel.Explain(updates.Select(AppliedUpdate.From), RatingWeights.Current);
            var rating = Told.Hundredths(RatingTally.Empty.Add(updates));
            return contributions.Sum(each => each.DeltaHundredths) == rating - 600
                && (line.IsEmpty ? rating == 600 : line[^1].RatingHundredths == rating);
        });

    [Fact]
    public void Any_order_explains_the_same() =>
        Told.AnyUpdates.SelectMany(updates => Gen.Shuffle(updates).Select(shuffled => (updates, shuffled)))
            .Sample((updates, shuffled) =>
            {
                var one = RatingModel.Explain(updates.Select(AppliedUpdate.From), RatingWeights.Current);
                var other = RatingModel.Explain(shuffled.Select(AppliedUpdate.From), RatingWeights.Current);
                return one.Contributions.SequenceEqual(other.Contributions) && one.Line.SequenceEqual(other.Line);
            });

    [Fact]
    public void Contributions_come_latest_first_and_the_line_has_a_point_a_minute()
    {
        PlayerUpdate[] updates =
        [
            Told.FullTime(),
            Told.Update(PlayerAction.Foul, 20.2),
            Told.Update(PlayerAction.Offside, 20.5),
            Told.Update(PlayerAction.Goal, 70),
            Told.CameOn(PlayerRole.Forward),
        ];

        var (contributions, line) = RatingModel.Explain(updates.Select(AppliedUpdate.From), RatingWeights.Current);

        Assert.Equal(
            [PlayerAction.Goal, PlayerAction.Offside, PlayerAction.Foul],
            contributions.Where(each => each.Kind != PlayerAction.FullTime).Select(each => each.Kind));
        Assert.Equal([20, 70], line.Where(point => point.Time.Minute != 90).Select(point => point.Time.Minute));
        Assert.True(contributions.Single(each => each.Kind == PlayerAction.Goal).DeltaHundredths > 0);
    }
}
