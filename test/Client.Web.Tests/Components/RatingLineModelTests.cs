using ShellCorp.Events;
using ShellCorp.Web.Components.Shared;

namespace ShellCorp.Web.Tests.Components;

public sealed class RatingLineModelTests
{
    [Fact]
    public void A_rating_holds_until_the_next_point_and_until_the_clock()
    {
        var line = new RatingLineModel([new(new(MatchPeriod.FirstHalf, 0, 0), 600), new(new(MatchPeriod.FirstHalf, 45, 0), 700)], new(MatchPeriod.SecondHalf, 90, 0));

        Assert.Equal("M26 136H328V72H630", line.Curve);
        Assert.Equal((630, 72), ((int)line.Last!.Value.X, (int)line.Last.Value.Y));
        Assert.Equal("Rating over the match: now 7.0, lowest 6.0, highest 7.0", line.Words);
    }

    [Fact]
    public void The_scale_grows_with_the_rating_and_with_extra_time()
    {
        var line = new RatingLineModel([new(new(MatchPeriod.FirstHalf, 0, 0), 390), new(new(MatchPeriod.SecondExtraTime, 120, 0), 930)], new(MatchPeriod.SecondExtraTime, 120, 0));

        Assert.Equal((3, 10), (line.RatingTicks.First().Rating, line.RatingTicks.Last().Rating));
        Assert.Equal("120'", line.MinuteTicks.Last().Label);
    }

    [Fact]
    public void Without_points_there_is_nothing_to_draw()
    {
        var line = new RatingLineModel([], default);
        Assert.Equal(("", "", null), (line.Curve, line.Area, line.Last));
    }
}
