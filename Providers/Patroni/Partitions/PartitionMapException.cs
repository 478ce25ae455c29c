namespace Patroni.Partitions;

/// <summary>The partition map can't be used or changed as asked; the message says why. Nothing is changed.</summary>
public sealed class PartitionMapException(string message, Exception? reason = null) : Exception(message, reason);
