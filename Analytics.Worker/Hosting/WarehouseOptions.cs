using System.ComponentModel.DataAnnotations;

namespace ShellCorp.Analytics.Hosting;

/// <summary>Where events are kept for reports; section <c>ShellCorp:Warehouse</c>.</summary>
public sealed class WarehouseOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "ShellCorp:Warehouse";

    /// <summary>The engine. Default <c>DuckDB</c>.</summary>
    public WarehouseProvider Provider { get; set; } = WarehouseProvider.DuckDB;

    /// <summary>DuckDB's file; made where there is none. One process at a time can hold it. Default: <c>warehouse.duckdb</c> in the working folder.</summary>
    [Required] public string Path { get; set; } = "warehouse.duckdb";

    /// <summary>The most memory that DuckDB takes, as it writes sizes. Default <c>1GB</c>.</summary>
    [Required] public string MemoryLimit { get; set; } = "1GB";

    /// <summary>The folder that the log is landed in, as <c>topic/partition/firstOffset-lastOffset.parquet</c>. Default <c>landed</c> in the working folder.</summary>
    [Required] public string Staging { get; set; } = "landed";

    /// <summary>How many records are gathered at most before they are landed, over all partitions. Default 50,000.</summary>
    [Range(1, 10_000_000)] public int MaxRecords { get; set; } = 50_000;

    /// <summary>How long a record waits at most before it is landed. Default 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "1.00:00:00")] public TimeSpan MaxAge { get; set; } = TimeSpan.FromSeconds(10);
}
