namespace Riak.KeyValue;

/// <summary>How an object is read. What is null is left to the bucket type.</summary>
public sealed record RiakGetOptions
{
    /// <summary>Replicas that must answer.</summary>
    public RiakQuorum? R { get; init; }

    /// <summary>Primary replicas that must answer.</summary>
    public RiakQuorum? PR { get; init; }

    /// <summary>Whether to answer "not found" as soon as a majority says so.</summary>
    public bool? BasicQuorum { get; init; }

    /// <summary>Whether "not found" counts as an answer for <see cref="R"/>.</summary>
    public bool? NotFoundOk { get; init; }

    /// <summary>Answer only if the object changed since this clock. A server may answer the whole unchanged object nevertheless.</summary>
    public RiakClock? IfModifiedSince { get; init; }

    /// <summary>Metadata without values.</summary>
    public bool HeadOnly { get; init; }

    /// <summary>Whether a deleted object's clock is wanted, to write it anew without a sibling.</summary>
    public bool WithDeletedClock { get; init; }

    /// <summary>After which time the server gives up.</summary>
    public TimeSpan? ServerTimeout { get; init; }

    /// <summary>False: only the key's own replicas may answer, not their stand-ins.</summary>
    public bool? SloppyQuorum { get; init; }

    /// <summary>Another number of replicas than the bucket type's.</summary>
    public int? NVal { get; init; }

    /// <summary>Different machines that must answer.</summary>
    public RiakQuorum? NodeConfirms { get; init; }
}
