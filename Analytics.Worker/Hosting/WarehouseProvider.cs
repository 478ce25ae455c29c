namespace ShellCorp.Analytics.Hosting;

/// <summary>The engines that there are.</summary>
public enum WarehouseProvider
{
    /// <summary>A DuckDB file of this process.</summary>
    DuckDB = 0,

    /// <summary>Redshift, loaded by Spark.</summary>
    Redshift = 1,
}
