namespace Riak.Buckets;

/// <summary>
/// Properties of a bucket type or of a bucket. Read: what the server told. Written: only what isn't null is changed. Commit hooks, search
/// and replication settings aren't covered.
/// </summary>
public sealed record RiakBucketProperties
{
    /// <summary>Replicas of each object.</summary>
    public int? NVal { get; init; }

    /// <summary>Whether concurrent writes are kept as siblings.</summary>
    public bool? AllowMult { get; init; }

    /// <summary>Whether the write with the latest server time simply wins.</summary>
    public bool? LastWriteWins { get; init; }

    /// <summary>Replicas that must answer a read.</summary>
    public RiakQuorum? R { get; init; }

    /// <summary>Primary replicas that must answer a read.</summary>
    public RiakQuorum? PR { get; init; }

    /// <summary>Replicas that must take a write.</summary>
    public RiakQuorum? W { get; init; }

    /// <summary>Primary replicas that must take a write.</summary>
    public RiakQuorum? PW { get; init; }

    /// <summary>Replicas that must store a write durably.</summary>
    public RiakQuorum? DW { get; init; }

    /// <summary>Replicas that must take part in a delete (older servers).</summary>
    public RiakQuorum? RW { get; init; }

    /// <summary>Whether "not found" is answered as soon as a majority says so.</summary>
    public bool? BasicQuorum { get; init; }

    /// <summary>Whether "not found" counts as an answer.</summary>
    public bool? NotFoundOk { get; init; }

    /// <summary>The storage backend's name, where there are several.</summary>
    public string? Backend { get; init; }

    /// <summary><c>counter</c>, <c>set</c>, <c>map</c>, <c>hll</c>, <c>gset</c>; null for plain objects. Can't be changed once the type is active.</summary>
    public string? DataType { get; init; }

    /// <summary>Whether objects are strongly consistent.</summary>
    public bool? Consistent { get; init; }

    /// <summary>Whether objects are written once and never changed.</summary>
    public bool? WriteOnce { get; init; }

    /// <summary>Precision of HyperLogLogs: 4 to 16, a size of 2^precision bytes.</summary>
    public int? HllPrecision { get; init; }
}
