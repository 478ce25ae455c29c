using ShellCorp.Events;
using ShellCorp.Grains.Players.Ratings;

namespace ShellCorp.Feeds.Tests.Wyscout;

/// <summary>The rating model on a whole tournament.</summary>
public sealed class TournamentRatingTests
{
    private const int LeastMinutes = 10;

    [Fact]
    public async Task Ratings_spread_around_seven_and_touch_neither_end()
    {
        var ratings = (await RateAsync()).Select(each => each.Hundredths).Order().ToArray();

        Assert.InRange(ratings.Average(), 650, 720);
        Assert.InRange(ratings[0], 500, 600);
        Assert.InRange(ratings[^1], 900, 970);
        Assert.InRange(ratings[ratings.Length / 2], 650, 710);
        Assert.True(ratings.Distinct().Count() > 250, $"{ratings.Distinct().Count()} different ratings among {ratings.Length}");
    }

    [Fact]
    public async Task Each_matchs_ratings_order_players_much_as_the_table_does()
    {
        var correlations = (await RateAsync()).GroupBy(each => each.Match)
            .Select(match => RankCorrelation.Spearman([.. match.Select(each => (double)each.Hundredths)], [.. match.Select(each => (double)each.Points)]))
            .ToArray();

        Assert.Equal(Tournament.Matches, correlations.Length);
        Assert.True(correlations.Average() > 0.9, $"the mean of Spearman's rank correlations should be above 0.9, is {correlations.Average():F3}");
        Assert.True(correlations.Min() > 0.6, $"the least should be above 0.6, is {correlations.Min():F3}");
    }

    [Fact]
    public async Task Scorers_lead_and_red_cards_and_own_goals_end_the_list()
    {
        var rated = (await RateAsync()).OrderByDescending(each => each.Hundredths).ToArray();

        Assert.All(rated.Take(20), each => Assert.True(each.Tally.Goals.Length > 0 || each.Tally[RatingStatistic.Assist] > 1, $"{each} is among the best 20"));
        var (mean, median) = (rated.Average(each => each.Hundredths), rated[rated.Length / 2].Hundredths);
        Assert.All(rated.Where(each => each.Tally.SentOff is not null), each => Assert.True(each.Hundredths < median, $"{each} was sent off"));
        var own = rated.Where(each => each.Tally[RatingStatistic.OwnGoal] > 0).Average(each => each.Hundredths);
        Assert.True(own < mean - 25, $"who scored an own goal has {own:F0} on average, all have {mean:F0}");
    }

    [Fact]
    public async Task A_clean_sheet_puts_the_back_before_midfielders_without_goals()
    {
        var rated = (await RateAsync()).Where(each => each.Tally.Goals.IsEmpty && each.Minutes >= 60 && PitchTime.KeptCleanSheet(each.Tally, each.Minutes)).ToArray();

        Assert.True(Mean(PlayerRole.Goalkeeper) > Mean(PlayerRole.Midfielder) + 50);
        Assert.True(Mean(PlayerRole.Defender) > Mean(PlayerRole.Midfielder) + 50);

        double Mean(PlayerRole role) => rated.Where(each => each.Tally.Role == role).Average(each => each.Hundredths);
    }

    [Fact]
    public async Task Shuffled_updates_give_the_same_ratings()
    {
        var random = new Random(20180614);
        await foreach (var match in Tournament.ReadAsync())
        {
            foreach (var updates in DerivedFacts.Of(match).Values)
            {
                var shuffled = updates.ToArray();
                random.Shuffle(shuffled);
                var (one, other) = (Rate(updates), Rate(shuffled));
                Assert.Equal((one.Hundredths, one.MinutesPlayed), (other.Hundredths, other.MinutesPlayed));
                Assert.Equal(one.Categories, other.Categories);
            }
        }

        static Rating Rate(IEnumerable<PlayerUpdate> updates) => RatingModel.Rate(RatingTally.Empty.Add(updates), RatingWeights.Current);
    }

    private static async Task<List<Rated>> RateAsync()
    {
        var rated = new List<Rated>();
        await foreach (var match in Tournament.ReadAsync())
        {
            foreach (var (player, updates) in DerivedFacts.Of(match))
            {
                var tally = RatingTally.Empty.Add(updates);
                var rating = RatingModel.Rate(tally, RatingWeights.Current);
                if (rating.MinutesPlayed >= LeastMinutes)
                    rated.Add(new(match.MatchId, player, tally, rating.MinutesPlayed, rating.Hundredths, BonusPoints.Of(updates)));
            }
        }

        return rated;
    }

    private sealed record Rated(MatchId Match, PlayerId Player, RatingTally Tally, int Minutes, int Hundredths, int Points);
}
