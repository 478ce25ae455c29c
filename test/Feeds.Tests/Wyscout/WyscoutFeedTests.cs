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
    public async Task Every_event_passes_the_rules_of_the_door()
    {
        foreach (var match in await WyscoutFixture.ReadAsync(WyscoutFixture.Folder))
            DoorRules.AssertPassed(match);
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
