namespace ShellCorp.Analytics.Operations;

/// <summary>Where the log and the warehouse differ.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Partition">The partition.</param>
/// <param name="Day">The day, UTC, that the events happened on.</param>
/// <param name="Log">Events and checksum in the log, each event counted where it stands first.</param>
/// <param name="Warehouse">Rows and checksum in the warehouse.</param>
public sealed record Difference(string Topic, int Partition, DateOnly Day, string Log, string Warehouse);
