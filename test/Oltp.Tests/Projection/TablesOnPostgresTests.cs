namespace ShellCorp.Oltp.Tests.Projection;

public sealed class TablesOnPostgresTests(SharedPostgres postgres) : TablesContract
{
    private protected override Task<ProjectionScene> SceneAsync() => ProjectionScene.OnPostgresAsync(postgres);
}
