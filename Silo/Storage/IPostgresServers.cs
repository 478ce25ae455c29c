using System.Data.Common;

namespace ShellCorp.Silo.Storage;

/// <summary>The PostgreSQL servers that the configuration names.</summary>
internal interface IPostgresServers
{
    /// <summary>The one database of the market.</summary>
    DbDataSource Market { get; }

    /// <summary>The databases of grain state, by the number of the partition.</summary>
    IReadOnlyList<DbDataSource> Partitions { get; }

    /// <summary>How long a statement or a commit may take.</summary>
    TimeSpan Patience { get; }

    /// <summary>Brings the tables of grain state up to date wherever they are.</summary>
    Task PrepareStatesAsync(CancellationToken cancellationToken);
}
