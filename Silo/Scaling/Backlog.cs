namespace ShellCorp.Silo.Scaling;

/// <summary>How many records wait for consumers.</summary>
/// <param name="Records">The sum over all partitions and consumer groups of the product; null while it is unknown.</param>
/// <param name="Unknown">Why it is unknown; null where it isn't.</param>
public sealed record Backlog(long? Records, string? Unknown = null);
