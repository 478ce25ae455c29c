using Oltp.Sessions;
using ShellCorp.Oltp.Tests.Projection;

namespace ShellCorp.Oltp.Tests.Sessions;

public sealed class RowsOnSqliteTests : RowsContract
{
    private protected override async Task<IOltpDatabase> OpenAsync() => (await ProjectionScene.OnSqliteAsync()).Database;
}
