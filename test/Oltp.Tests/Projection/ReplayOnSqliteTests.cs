namespace ShellCorp.Oltp.Tests.Projection;

public sealed class ReplayOnSqliteTests : ReplayContract
{
    private protected override Task<ProjectionScene> SceneAsync() => ProjectionScene.OnSqliteAsync();
}
