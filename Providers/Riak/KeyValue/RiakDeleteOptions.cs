namespace Riak.KeyValue;

/// <summary>How an object is deleted. What is null is left to the bucket type.</summary>
public sealed record RiakDeleteOptions
{
    /// <summary>The clock of the read that this follows: values written since then stay. Without it the server reads first and deletes what it finds.</summary>
    public RiakClock? Clock { get; init; }

    /// <summary>Replicas that must have taken the tombstone.</summary>
    public RiakQuorum? W { get; init; }

    /// <summary>Replicas that must have stored it durably.</summary>
    public RiakQuorum? DW { get; init; }

    /// <summary>Primary replicas that must have taken it.</summary>
    public RiakQuorum? PW { get; init; }

    /// <summary>Replicas that must answer the server's own read.</summary>
    public RiakQuorum? R { get; init; }

    /// <summary>Primary replicas that must answer the server's own read.</summary>
    public RiakQuorum? PR { get; init; }

    /// <summary>After which time the server gives up; the outcome is unknown then.</summary>
    public TimeSpan? ServerTimeout { get; init; }

    /// <summary>False: only the key's own replicas may take it, not their stand-ins.</summary>
    public bool? SloppyQuorum { get; init; }

    /// <summary>Another number of replicas than the bucket type's.</summary>
    public int? NVal { get; init; }
}
