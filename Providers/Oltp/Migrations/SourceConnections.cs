using System.Data.Common;
using DbUp.Engine.Transactions;

namespace Oltp.Migrations;

/// <summary>A data source as DbUp wants it. A step is one batch: Npgsql takes it apart itself.</summary>
internal sealed class SourceConnections(DbDataSource source) : DatabaseConnectionManager(_ => source.CreateConnection())
{
    public override IEnumerable<string> SplitScriptIntoCommands(string scriptContents) => [scriptContents];
}
