namespace ShellCorp.Silo.Storage;

/// <summary>How to reach PostgreSQL; section <c>ShellCorp:Postgres</c>. Either one server or scopes.</summary>
public sealed class PostgresOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "ShellCorp:Postgres";

    /// <summary>The scope that has the market.</summary>
    public const string MarketScope = "market";

    /// <summary>
    /// The database of one server, as Npgsql writes it: <c>Host=…;Database=…;Username=…;Password=…</c>. Never logged. A silo
    /// opens up to 32 connections unless it says otherwise (<c>Maximum Pool Size</c>). Default: empty.
    /// </summary>
    [Redact] public string ConnectionString { get; set; } = "";

    /// <summary>
    /// Patroni clusters, scope → connection string without a host, <c>Database=…;Username=…;Password=…</c>; who leads them is found through ZooKeeper. One
    /// is <c>market</c>. Never logged. Default: none. Without scopes and connection string everything is kept in this process's memory.
    /// </summary>
    [Redact] public Dictionary<string, string> Scopes { get; } = [];

    /// <summary>The namespace of Patroni's configuration: an absolute path in ZooKeeper, whatever chroot the silos have. Default <c>/shellcorp/postgres</c>.</summary>
    public string Namespace { get; set; } = "/shellcorp/postgres";

    /// <summary>
    /// How many partitions grain state has, spread over the scopes when the first silo starts and moved between them later. From 1 to 1024;
    /// it never changes afterwards. Default 1, in the scope <c>market</c>.
    /// </summary>
    public int Partitions { get; set; } = 1;

    /// <summary>The node of the partition map: an absolute path in ZooKeeper. Default <c>/shellcorp/partitions</c>.</summary>
    public string PartitionMap { get; set; } = "/shellcorp/partitions";

    /// <summary>How long a call waits for a scope to have a leader, for the server's answer, and for a partition that is being moved, before it fails. A second to five minutes. Default 15 s.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(15);
}
