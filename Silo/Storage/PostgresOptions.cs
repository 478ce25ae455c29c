namespace ShellCorp.Silo.Storage;

/// <summary>How to reach PostgreSQL; section <c>ShellCorp:Postgres</c>.</summary>
public sealed class PostgresOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "ShellCorp:Postgres";

    /// <summary>
    /// The database of one server, as Npgsql writes it: <c>Host=…;Database=…;Username=…;Password=…</c>. Never logged. A silo
    /// opens up to 32 connections unless it says otherwise (<c>Maximum Pool Size</c>). Default: empty, and grain state is kept in this process's memory.
    /// </summary>
    [Redact] public string ConnectionString { get; set; } = "";
}
