namespace ShellCorp.Oltp.Tests.Projection;

public sealed class ReplayOnPostgresTests(SharedPostgres postgres) : ReplayContract
{
    private protected override Task<ProjectionScene> SceneAsync() => ProjectionScene.OnPostgresAsync(postgres);
}
