using Postgres.TestServer;

namespace ShellCorp.Oltp.Tests.Projection;

public sealed class ProjectorOnPostgresTests(SharedPostgres postgres) : ProjectorContract
{
    [Fact]
    public async Task A_commit_whose_answer_is_lost_is_settled_by_the_positions()
    {
        await using var proxy = new PostgresProxy(postgres.Server.Port);
        var connection = await postgres.Server.CreateDatabaseAsync();
        await using var stage = new ProjectorStage();
        await using var scene = await ProjectionScene.OnPostgresAsync(connection);
        await using var through = await ProjectionScene.OnPostgresAsync(proxy.Lead(connection));
        var status = ProjectorStage.Status();
        using var projector = stage.Projector(through.Database, status);
        var events = ProjectorStage.Events(13, 400);
        projector.Start();
        foreach (var some in events.Chunk(100))
        {
            await stage.ProduceAsync(some.Take(50));
            await stage.ProjectedAsync(scene, () => $"{status.Failure}");
            proxy.LoseNextAnswer();
            await stage.ProduceAsync(some.Skip(50));
            await stage.ProjectedAsync(scene, () => $"{status.Failure}");
        }

        await projector.StopAsync(default);

        Assert.True(proxy.Lost > 0);
        Assert.Equal(await ProjectorStage.ExpectedAsync(events), await scene.EverythingAsync());
    }

    [Fact]
    public async Task A_server_that_is_away_is_told_and_everything_is_projected_once_it_is_back()
    {
        await using var server = await PostgresServer.StartAsync();
        await using var stage = new ProjectorStage();
        await using var scene = await ProjectionScene.OnPostgresAsync(await server.CreateDatabaseAsync());
        var status = ProjectorStage.Status();
        using var projector = stage.Projector(scene.Database, status);
        var events = ProjectorStage.Events(17, 400);
        projector.Start();
        await stage.ProduceAsync(events.Take(200));
        await stage.ProjectedAsync(scene);

        await server.KillAsync();
        await stage.ProduceAsync(events.Skip(200));
        await TestKit.Eventually.HoldAsync("a failure told, and the records that wait", () => status.Failure is not null && status.Partitions.Sum(partition => partition.Lag) > 0, () => $"{status.Failure} {string.Join("; ", status.Partitions)}");
        await server.StartAgainAsync();
        await stage.ProjectedAsync(scene, () => $"{status.Failure}");
        await TestKit.Eventually.HoldAsync("no failure", () => status.Failure is null);
        await projector.StopAsync(default);

        Assert.Equal(await ProjectorStage.ExpectedAsync(events), await scene.EverythingAsync());
    }

    private protected override Task<ProjectionScene> SceneAsync() => ProjectionScene.OnPostgresAsync(postgres);

    private protected override Task AddTripwireAsync(ProjectionScene scene, string table) => RunAsync(scene,
        $"""
        CREATE FUNCTION trip() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'failed on purpose'; END $$;
        CREATE TRIGGER tripwire AFTER {(table is "match_result" or "projection_position" ? "UPDATE" : "INSERT")} ON {table} FOR EACH ROW EXECUTE FUNCTION trip();
        """);

    private protected override Task RemoveTripwireAsync(ProjectionScene scene, string table) => RunAsync(scene, $"DROP TRIGGER tripwire ON {table}");
}
