using CsCheck;
using ShellCorp.Events;
using ShellCorp.Grains.Teams;
using ShellCorp.Grains.Tests.Clusters;

namespace ShellCorp.Grains.Tests.Teams;

public sealed class TeamFoldTests
{
    private static readonly Sample Sample = new(1);

    private static readonly Gen<LiveRatingUpdate[]> AnyRatings =
        Gen.Select(Gen.Int[1, 11], Gen.Int[1, 30]).Select((shirt, version) =>
            Sample.Rating(Sample.HomePlayer(shirt), version, 500 + (version * 10), minutes: version * 3, final: version > 25)).Array[0, 60];

    [Fact]
    public void Shuffled_and_repeated_ratings_give_the_same_average() =>
        AnyRatings.SelectMany(ratings => Gen.Shuffle(ratings.Concat(ratings).ToArray()).Select(shuffled => (ratings, shuffled)))
            .Sample((ratings, shuffled) =>
            {
                var one = TeamMatchState.Empty.Upsert(ratings);
                var other = TeamMatchState.Empty.Upsert(shuffled);
                Assert.Equal(TeamFold.Summarize(Sample.Match, one), TeamFold.Summarize(Sample.Match, other));
                Assert.Equal(one.Version, other.Version);
            });

    [Fact]
    public void The_average_is_weighted_by_minutes_and_leaves_out_who_didn_t_play()
    {
        var state = TeamMatchState.Empty.Upsert(
        [
            Sample.Rating(Sample.HomePlayer(1), 1, 600, minutes: 90, final: true),
            Sample.Rating(Sample.HomePlayer(2), 1, 901, minutes: 45, final: true),
            Sample.Rating(Sample.HomePlayer(3), 1, 300, minutes: 0),
        ]);

        var match = TeamFold.Summarize(Sample.Match, state);

        Assert.Equal((700, 2, true), (match.AverageHundredths, match.Players, match.Final));
        Assert.Equal(0, TeamFold.Summarize(Sample.Match, TeamMatchState.Empty).AverageHundredths);
    }

    [Fact]
    public void Form_is_the_last_five_averages_latest_first_and_the_ranking_goes_by_all()
    {
        var matches = Enumerable.Range(1, 6).ToDictionary(
            number => new MatchId(number),
            number => TeamMatchState.Empty.Upsert([Sample.Rating(Sample.HomePlayer(1), number, 600 + number, minutes: 90)]));

        var view = TeamFold.View(Sample.Home, TeamIndex.Empty, matches);

        Assert.Equal([606, 605, 604, 603, 602], view.Summary.Form);
        Assert.Equal((604, 6, "1001"), (view.Summary.AverageHundredths, view.Summary.Matches, view.Summary.Name));
        Assert.Equal([6, 5, 4, 3, 2, 1], view.Matches.Select(match => match.MatchId.Value));
    }

    [Fact]
    public void The_name_of_the_latest_kick_off_holds()
    {
        var renamed = Sample.Sheet with { KickOff = Sample.Sheet.KickOff.AddYears(1), Home = Sample.Sheet.Home with { Name = "New" } };

        Assert.Equal("New", TeamIndex.Empty.Learn(Sample.Home, renamed).Learn(Sample.Home, Sample.Sheet).Name);
        Assert.Equal("New", TeamIndex.Empty.Learn(Sample.Home, Sample.Sheet).Learn(Sample.Home, renamed).Name);
        Assert.Null(TeamIndex.Empty.Learn(new(77), Sample.Sheet).Name);
    }
}
