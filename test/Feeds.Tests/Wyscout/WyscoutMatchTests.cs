using ShellCorp.Events;

namespace ShellCorp.Feeds.Tests.Wyscout;

/// <summary>What a match's own data add to its rows.</summary>
public sealed class WyscoutMatchTests
{
    [Fact]
    public async Task The_line_up_makes_everyone_known_who_appears()
    {
        var match = await WyscoutFixture.ReadAsync(1001);
        var sheet = match.Steps[0].MatchUpdates.Single().Sheet!;

        Assert.Equal(("Premier League", new DateTimeOffset(2017, 8, 12, 14, 0, 0, TimeSpan.Zero)), (sheet.Competition, sheet.KickOff));
        Assert.Equal(
            [
                "A. Keeper Goalkeeper True", "B. Défenseur Defender True", "Carl Middle Midfielder True", "Player 4 Unknown True",
                "E. Bench Forward False", "Player 6 Unknown False",
            ],
            sheet.Home.Squad.Select(player => $"{player.Name} {player.Role} {player.Starts}"));
        Assert.Equal(
            ["U. Keeper Goalkeeper True", "V. Back Unknown True", "W. Forward Forward True", "Player 25 Unknown True", "Player 24 Unknown False"],
            sheet.Away.Squad.Select(player => $"{player.Name} {player.Role} {player.Starts}"));
    }

    [Fact]
    public async Task A_substitutions_period_is_told_by_the_rows_of_the_one_who_comes_on()
    {
        var regular = await WyscoutFixture.ReadAsync(1001);
        var extraTime = await WyscoutFixture.ReadAsync(1002);

        Assert.Equal(
            [(25L, 24L, new MatchTime(MatchPeriod.FirstHalf, 21, 0)), (3L, 5L, new MatchTime(MatchPeriod.SecondHalf, 46, 0)), (4L, 6L, new MatchTime(MatchPeriod.SecondHalf, 93, 0))],
            regular.Facts(MatchFact.Substitution).Select(Told));
        Assert.Equal(
            [
                (2L, 4L, new MatchTime(MatchPeriod.FirstHalf, 46, 0)), (3L, 5L, new MatchTime(MatchPeriod.FirstExtraTime, 91, 0)),
                (22L, 23L, new MatchTime(MatchPeriod.SecondExtraTime, 106, 0)),
            ],
            extraTime.Facts(MatchFact.Substitution).Select(Told));

        static (long Off, long On, MatchTime Time) Told(MatchUpdate fact) => (fact.PlayerId!.Value.Value, fact.PlayerInId!.Value.Value, fact.Time);
    }

    [Fact]
    public async Task A_substitution_that_no_list_tells_is_found_in_the_rows()
    {
        var match = await WyscoutFixture.ReadAsync(1001);

        var found = match.Facts(MatchFact.Substitution).Single(fact => fact.TeamId == new TeamId(12));
        Assert.Equal((new PlayerId(25), new PlayerId(24), 21), (found.PlayerId, found.PlayerInId, found.Time.Minute));
    }

    [Fact]
    public async Task Who_comes_on_is_on_before_the_first_own_row()
    {
        foreach (var match in await WyscoutFixture.ReadAsync(WyscoutFixture.Folder))
        {
            var steps = match.Steps.ToList();
            foreach (var substitution in match.Facts(MatchFact.Substitution))
            {
                var row = steps.FindIndex(step => step.PlayerUpdates.Any(update => update.PlayerId == substitution.PlayerInId));
                Assert.True(row < 0 || steps.FindIndex(step => step.MatchUpdates.Contains(substitution)) < row);
            }
        }
    }

    [Fact]
    public async Task Steps_ascend_from_the_line_up_to_full_time_with_breaks_between_the_periods()
    {
        var match = await WyscoutFixture.ReadAsync(1002);
        var kickOff = new DateTimeOffset(2018, 5, 1, 18, 45, 0, TimeSpan.Zero);

        Assert.Equal(match.Steps.OrderBy(step => step.At).Select(step => step.At), match.Steps.Select(step => step.At));
        Assert.Equal(MatchFact.LineUp, match.Steps[0].MatchUpdates.Single().Kind);
        Assert.Equal((MatchFact.FullTime, MatchPeriod.ShootOut), (match.Steps[^1].MatchUpdates.Single().Kind, match.Steps[^1].MatchUpdates.Single().Time.Period));
        Assert.Equal(
            ["00:00:00", "01:01:30", "01:53:10", "02:09:10", "02:29:10"],
            match.Facts(MatchFact.PeriodStart).Select(fact => (fact.OccurredAt - kickOff).ToString()));
    }
}
