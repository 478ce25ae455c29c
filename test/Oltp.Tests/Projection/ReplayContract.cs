using Oltp.Sessions;
using ShellCorp.Silo.Projection.Commands;

namespace ShellCorp.Oltp.Tests.Projection;

public abstract class ReplayContract
{
    [Fact]
    public async Task A_replay_makes_the_same_tables_of_the_log_and_heals_what_is_wrong()
    {
        await using var stage = new ProjectorStage();
        await using var scene = await SceneAsync();
        var events = ProjectorStage.Events(19, 500);
        var status = ProjectorStage.Status();
        using var projector = stage.Projector(scene.Database, status);
        projector.Start();
        await stage.ProduceAsync(events);
        await stage.ProjectedAsync(scene);
        await projector.StopAsync(default);
        var positions = await scene.PositionsAsync();
        foreach (var wrong in (string[])["UPDATE player_rating SET rating = 1", "DELETE FROM match_fact", "UPDATE match_result SET home_score = 77", "DELETE FROM rating_history"])
            await scene.Database.RunAsync(session => session.ExecuteAsync(wrong, new { }), default);

        // Twice, since the tables of the first are those that the second replaces.
        for (var turn = 0; turn < 2; turn++)
        {
            var said = await ReplayAsync(stage, scene.Database);
            Assert.Contains($"rebuilt of {stage.Records} record(s); 0 of them", said, StringComparison.Ordinal);
            Assert.Equal(await ProjectorStage.ExpectedAsync(events), await scene.EverythingAsync());
            Assert.Equal(positions, await scene.PositionsAsync());
        }
    }

    [Fact]
    public async Task A_projector_that_runs_meanwhile_goes_on_from_the_positions_of_the_replay_and_nothing_is_lost_or_twice()
    {
        await using var stage = new ProjectorStage();
        await using var scene = await SceneAsync();
        var events = ProjectorStage.Events(23, 1_200);
        var status = ProjectorStage.Status();
        using var projector = stage.Projector(scene.Database, status);
        projector.Start();
        await stage.ProduceAsync(events.Take(300));
        await stage.ProjectedAsync(scene);

        var feed = Task.Run(async () =>
        {
            foreach (var some in events.Skip(300).Chunk(30))
                await stage.ProduceAsync(some);
        });
        do
            await ReplayAsync(stage, scene.Database);
        while (!feed.IsCompleted);
        await feed;
        await stage.ProjectedAsync(scene, () => $"{status.Failure}");
        await projector.StopAsync(default);

        Assert.Equal(await ProjectorStage.ExpectedAsync(events), await scene.EverythingAsync());
    }

    [Fact]
    public async Task A_halted_partition_goes_on_after_a_replay()
    {
        await using var stage = new ProjectorStage();
        await using var scene = await SceneAsync();
        var events = ProjectorStage.Events(29, 200);
        await stage.ProduceAsync(events);
        await scene.Tables.AddPositionAsync(new() { Topic = Events.Topics.MatchUpdates, Partition = 1, Next = 1_000_000, TopicId = "" }, default);
        var status = ProjectorStage.Status();
        using var projector = stage.Projector(scene.Database, status);
        projector.Start();
        await Eventually.HoldAsync("a halted partition", () => status.Partitions.Any(partition => partition.Halted is not null), () => string.Join("; ", status.Partitions));

        await ReplayAsync(stage, scene.Database);
        await Eventually.HoldAsync("no partition halted", () => status.Partitions.All(partition => partition.Halted is null), () => string.Join("; ", status.Partitions));
        await stage.ProduceAsync(events.TakeLast(20));
        await stage.ProjectedAsync(scene, () => $"{status.Failure}");
        await projector.StopAsync(default);

        Assert.Equal(await ProjectorStage.ExpectedAsync(events), await scene.EverythingAsync());
    }

    [Fact]
    public async Task What_the_log_has_forgotten_is_left_out_only_on_request()
    {
        await using var stage = new ProjectorStage();
        await using var scene = await SceneAsync();
        await stage.ForgetAsync(Events.Topics.MatchUpdates);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => ReplayAsync(stage, scene.Database));
        var said = await ReplayAsync(stage, scene.Database, withoutForgotten: true);

        Assert.Contains("MatchUpdates [0] is kept from offset", refused.Message, StringComparison.Ordinal);
        Assert.Contains("ReplayWithoutForgotten=true", refused.Message, StringComparison.Ordinal);
        Assert.Contains("what was before is not in the projection any more", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_replay_at_the_same_time_is_refused()
    {
        await using var stage = new ProjectorStage();
        await using var scene = await SceneAsync();
        await using var hold = await scene.Database.TryHoldAsync("projection/replay", default);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => ReplayAsync(stage, scene.Database));

        Assert.Contains("Another replay", refused.Message, StringComparison.Ordinal);
    }

    private protected abstract Task<ProjectionScene> SceneAsync();

    private static async Task<string> ReplayAsync(ProjectorStage stage, IOltpDatabase database, bool withoutForgotten = false)
    {
        await using var output = new StringWriter();
        await new ProjectionReplay(database, stage.Kafka, new() { BatchRecords = 100, ReplayWithoutForgotten = withoutForgotten }, output).RunAsync(default);
        return output.ToString();
    }
}
