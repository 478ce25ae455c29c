namespace Riak.DataTypes;

/// <summary>How a data type is read. What is null is left to the bucket type.</summary>
public sealed record RiakFetchOptions
{
    /// <summary>Every replica must answer, and none of their stand-ins may: what all replicas have taken is seen.</summary>
    public static RiakFetchOptions AllReplicas { get; } = new() { PR = RiakQuorum.All, SloppyQuorum = false };

    /// <summary>Replicas that must answer.</summary>
    public RiakQuorum? R { get; init; }

    /// <summary>Primary replicas that must answer.</summary>
    public RiakQuorum? PR { get; init; }

    /// <summary>Whether to answer "not found" as soon as a majority says so.</summary>
    public bool? BasicQuorum { get; init; }

    /// <summary>Whether "not found" counts as an answer for <see cref="R"/>.</summary>
    public bool? NotFoundOk { get; init; }

    /// <summary>After which time the server gives up.</summary>
    public TimeSpan? ServerTimeout { get; init; }

    /// <summary>False: only the key's own replicas may answer, not their stand-ins.</summary>
    public bool? SloppyQuorum { get; init; }

    /// <summary>Another number of replicas than the bucket type's.</summary>
    public int? NVal { get; init; }

    /// <summary>False leaves out the context, which a reader who removes nothing doesn't need. Null: the server's default, which includes it.</summary>
    public bool? IncludeContext { get; init; }

    /// <summary>Different machines that must answer.</summary>
    public RiakQuorum? NodeConfirms { get; init; }
}
