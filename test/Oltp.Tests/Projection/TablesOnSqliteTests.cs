namespace ShellCorp.Oltp.Tests.Projection;

public sealed class TablesOnSqliteTests : TablesContract
{
    private protected override Task<ProjectionScene> SceneAsync() => ProjectionScene.OnSqliteAsync();
}
