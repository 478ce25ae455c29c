using CsCheck;
using ShellCorp.Events;
using ShellCorp.Grains.Live;
using ShellCorp.Grains.Tests.Clusters;
using ShellCorp.Live;

namespace ShellCorp.Grains.Tests.Live;

public sealed class LiveBufferTests
{
    private static readonly Sample Sample = new(1);

    private static readonly Gen<LiveRatingUpdate[]> AnyRatings =
        Gen.Select(Gen.Int[1, 4], Gen.Int[1, 9]).Select((shirt, version) => Sample.Rating(Sample.HomePlayer(shirt), version)).Array[0, 20];

    [Fact]
    public void Of_each_rating_the_newest_is_kept_whatever_comes_last() => AnyRatings.Sample(ratings =>
    {
        var buffer = new LiveBuffer();
        foreach (var rating in ratings)
            buffer.Add(new() { Ratings = [rating] });

        var newest = ratings.GroupBy(rating => rating.PlayerId).Select(versions => versions.Max(rating => rating.Version)).Order();
        Assert.Equal(newest, buffer.Take().Ratings.Select(rating => rating.Version).Order());
    });

    [Fact]
    public void Of_a_match_the_later_clock_wins_among_equal_versions()
    {
        var buffer = new LiveBuffer();
        buffer.Add(new() { Matches = [Summaries.Of(1, version: 3, minute: 20)] });
        buffer.Add(new() { Matches = [Summaries.Of(1, version: 3, minute: 21)] });
        buffer.Add(new() { Matches = [Summaries.Of(1, version: 2, minute: 30)] });

        Assert.Equal(21, Assert.Single(buffer.Take().Matches).Clock.Minute);
    }

    [Fact]
    public void What_was_taken_is_gone()
    {
        var buffer = new LiveBuffer();
        buffer.Add(new() { Teams = [Summaries.Team(1, 1)] });

        Assert.Single(buffer.Take().Teams);
        Assert.True(buffer.IsEmpty);
        Assert.Equivalent(LiveChanges.None, buffer.Take(), strict: true);
    }
}
