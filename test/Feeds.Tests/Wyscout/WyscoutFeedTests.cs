using ShellCorp.Events;

namespace ShellCorp.Feeds.Tests.Wyscout;

public sealed class WyscoutFeedTests
{
    [Fact]
    public async Task Matches_come_in_the_order_of_their_events_and_those_without_are_left_out()
    {
        var matches = await WyscoutFixture.ReadAsync(WyscoutFixture.Folder);

        Assert.Equal([1001L, 1002L], matches.Select(match => match.MatchId.Value));
        Assert.Equal("Skövde – Harbour Town", matches[0].Label);
    }

    [Fact]
    public async Task Every_row_is_one_step_with_one_update_of_a_player_or_one_of_the_match()
    {
        foreach (var match in await WyscoutFixture.ReadAsync(WyscoutFixture.Folder))
        {
            var rows = match.Steps.Where(step => step.IsRow).ToArray();

            Assert.Equal(match.MatchId.Value == 1001 ? 28 : 12, rows.Length);
            Assert.All(rows, step => Assert.True(step.PlayerUpdates.Length == 1 || (step.PlayerUpdates.IsEmpty && step.MatchUpdates.Length == 1)));
        }
    }

    [Fact]
    public async Task Rows_of_nobody_interrupt_the_match()
    {
        var match = await WyscoutFixture.ReadAsync(1001);

        Assert.Equal(["wyscout/1001/501", "wyscout/1001/523"], match.Facts(MatchFact.Interruption).Select(fact => fact.Id));
    }

    [Fact]
    public async Task Ids_are_unique_even_where_the_file_repeats_or_omits_them()
    {
        var match = await WyscoutFixture.ReadAsync(1001);
        var ids = match.Steps.SelectMany(step => step.PlayerUpdates.Select(update => update.Id).Concat(step.MatchUpdates.Select(update => update.Id))).ToArray();

        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.Equal(new PlayerId(2), match.Row("502-2").PlayerId);
        Assert.Equal(PlayerAction.Offside, match.Row("row-2").Kind);
    }

    [Fact]
    public async Task Places_outside_the_pitch_and_unknown_destinations_are_unknown()
    {
        var match = await WyscoutFixture.ReadAsync(1001);

        Assert.Null(match.Row("502").Start);
        Assert.Null(match.Row("502").End);
        Assert.Equal(new PitchPoint(92, 50), match.Row("505").Start);
        Assert.Null(match.Row("505").End);
        Assert.Null(match.Row("515").End);
    }

    [Fact]
    public async Task A_goal_counts_once_and_a_keepers_save_attempt_is_none()
    {
        var match = await WyscoutFixture.ReadAsync(1001);

        Assert.Equal(
            [(MatchFact.Goal, 11L, 4L), (MatchFact.Goal, 12L, 24L), (MatchFact.OwnGoal, 12L, 22L)],
            match.Facts(MatchFact.Goal, MatchFact.OwnGoal)
                .Select(fact => (fact.Kind, fact.TeamId!.Value.Value, fact.PlayerId!.Value.Value))
                .Order());
        Assert.Equal(ActionOutcome.Failure, match.Row("506").Outcome);
        Assert.True(match.Row("505") is { Kind: PlayerAction.Shot, Outcome: ActionOutcome.Success } shot && shot.Qualifiers.HasFlag(ActionQualifiers.Goal));
    }

    [Fact]
    public async Task Cards_and_the_kicks_of_a_shoot_out_are_facts_of_the_match()
    {
        var regular = await WyscoutFixture.ReadAsync(1001);
        var shootOut = await WyscoutFixture.ReadAsync(1002);

        Assert.Equal(
            [MatchFact.YellowCard, MatchFact.SecondYellowCard],
            regular.Facts(MatchFact.YellowCard, MatchFact.SecondYellowCard, MatchFact.RedCard).Select(fact => fact.Kind));
        Assert.Equal(
            [(MatchFact.ShootOutScored, 12L), (MatchFact.ShootOutMissed, 11L)],
            shootOut.Facts(MatchFact.ShootOutScored, MatchFact.ShootOutMissed, MatchFact.Goal).Select(fact => (fact.Kind, fact.TeamId!.Value.Value)));
    }

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
    public async Task Every_event_passes_the_rules_of_the_door()
    {
        foreach (var match in await WyscoutFixture.ReadAsync(WyscoutFixture.Folder))
            DoorRules.AssertPassed(match);
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

    [Fact]
    public async Task Gzipped_files_read_the_same()
    {
        var zipped = WyscoutFixture.Copy(zipped: true);
        try
        {
            var (plain, read) = (await WyscoutFixture.ReadAsync(WyscoutFixture.Folder), await WyscoutFixture.ReadAsync(zipped));

            Assert.Equal(
                plain.SelectMany(match => match.Steps).SelectMany(step => step.PlayerUpdates),
                read.SelectMany(match => match.Steps).SelectMany(step => step.PlayerUpdates));
        }
        finally
        {
            Directory.Delete(zipped, recursive: true);
        }
    }
}
