using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace ShellCorp.Cluster.Tests.Processes;

/// <summary>A test that needs real ZooKeeper and PostgreSQL servers, and is skipped where they are missing.</summary>
[SuppressMessage("Design", "CA1019", Justification = "The base class has the accessors.")]
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ClusterFactAttribute : FactAttribute
{
    public ClusterFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line) => Skip = ZooKeeper.Tests.Servers.Installation.Missing ?? Postgres.TestServer.Installation.Missing;
}
