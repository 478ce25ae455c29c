namespace Riak.DataTypes;

/// <summary>How a data type is updated. What is null is left to the bucket type.</summary>
public sealed record RiakUpdateOptions
{
    /// <summary>
    /// The context of the read that removals go by: only what was seen is removed. Without it the server removes what its replica has, and
    /// refuses (<see cref="Errors.RiakErrorKind.Precondition"/>) to remove what it hasn't. Counters, additions and registers need none.
    /// </summary>
    public RiakClock? Context { get; init; }

    /// <summary>Replicas that must have taken the update.</summary>
    public RiakQuorum? W { get; init; }

    /// <summary>Replicas that must have stored it durably.</summary>
    public RiakQuorum? DW { get; init; }

    /// <summary>Primary replicas that must have taken it.</summary>
    public RiakQuorum? PW { get; init; }

    /// <summary>Answer the value after the update, as the coordinating replica sees it.</summary>
    public bool ReturnBody { get; init; }

    /// <summary>After which time the server gives up; the outcome is unknown then.</summary>
    public TimeSpan? ServerTimeout { get; init; }

    /// <summary>False: only the key's own replicas may take it, not their stand-ins.</summary>
    public bool? SloppyQuorum { get; init; }

    /// <summary>Another number of replicas than the bucket type's.</summary>
    public int? NVal { get; init; }

    /// <summary>Whether a returned body comes with its context. Null: the server's default, which includes it.</summary>
    public bool? IncludeContext { get; init; }

    /// <summary>Different machines that must have taken it.</summary>
    public RiakQuorum? NodeConfirms { get; init; }
}
