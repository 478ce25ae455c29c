using System.ComponentModel.DataAnnotations;

namespace ShellCorp.Analytics.DuckDb;

/// <summary>The embedded warehouse.</summary>
public sealed class DuckDbOptions
{
    /// <summary>The database file; made where there is none. One process at a time may hold it.</summary>
    [Required] public string Path { get; set; } = "";

    /// <summary>The most memory that it takes, as DuckDB writes it. Default <c>1GB</c>.</summary>
    [Required] public string MemoryLimit { get; set; } = "1GB";
}
