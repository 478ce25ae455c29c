using ShellCorp.Events;
using ShellCorp.Matches;
using ShellCorp.Web.Matches;

namespace ShellCorp.Web.Tests.Matches;

public sealed class ClockTextTests
{
    [Theory]
    [InlineData(MatchPeriod.FirstHalf, 0, 20, "1'", "0:20")]
    [InlineData(MatchPeriod.FirstHalf, 23, 5, "23'", "23:05")]
    [InlineData(MatchPeriod.FirstHalf, 47, 0, "45+2'", "45+2:00")]
    [InlineData(MatchPeriod.SecondHalf, 47, 0, "47'", "47:00")]
    [InlineData(MatchPeriod.SecondHalf, 94, 59, "90+4'", "90+4:59")]
    [InlineData(MatchPeriod.SecondExtraTime, 121, 0, "120+1'", "120+1:00")]
    [InlineData(MatchPeriod.ShootOut, 120, 0, "Pens", "Pens")]
    public void Stoppage_time_is_written_as_people_write_it(MatchPeriod period, int minute, int second, string text, string running)
    {
        var time = new MatchTime(period, minute, second);
        Assert.Equal((text, running), (ClockText.Minute(time), ClockText.Running(time)));
    }

    [Theory]
    [InlineData(MatchPhase.Scheduled, MatchPeriod.FirstHalf, "–", "Not started")]
    [InlineData(MatchPhase.Break, MatchPeriod.FirstHalf, "HT", "Half-time")]
    [InlineData(MatchPhase.Break, MatchPeriod.SecondHalf, "Break", "Break")]
    [InlineData(MatchPhase.Finished, MatchPeriod.SecondHalf, "FT", "Full time")]
    [InlineData(MatchPhase.Finished, MatchPeriod.SecondExtraTime, "AET", "After extra time")]
    [InlineData(MatchPhase.Finished, MatchPeriod.ShootOut, "Pens", "After penalties")]
    public void A_match_that_is_not_being_played_says_where_it_stands(MatchPhase phase, MatchPeriod period, string text, string words)
    {
        var time = new MatchTime(period, MatchTime.EndOf(period), 0);
        Assert.Equal((text, words), (ClockText.Of(phase, time), ClockText.Words(phase, time)));
    }
}
