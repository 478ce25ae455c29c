namespace ShellCorp.Oltp.Tests.Projection;

public sealed class ProjectorOnSqliteTests : ProjectorContract
{
    private protected override Task<ProjectionScene> SceneAsync() => ProjectionScene.OnSqliteAsync();

    private protected override Task AddTripwireAsync(ProjectionScene scene, string table) => RunAsync(scene,
        $"CREATE TRIGGER tripwire AFTER {(table is "match_result" or "projection_position" ? "UPDATE" : "INSERT")} ON {table} BEGIN SELECT RAISE(ABORT, 'failed on purpose'); END");

    private protected override Task RemoveTripwireAsync(ProjectionScene scene, string table) => RunAsync(scene, "DROP TRIGGER tripwire");
}
