namespace Riak.KeyValue;

/// <summary>How an object is written. What is null is left to the bucket type.</summary>
public sealed record RiakPutOptions
{
    /// <summary>
    /// The clock of the read that this write follows. Without it, or with an old one, the value becomes a sibling of what is there (where
    /// the bucket type allows siblings).
    /// </summary>
    public RiakClock? Clock { get; init; }

    /// <summary>Refuse (<see cref="Errors.RiakErrorKind.MatchFound"/>) if there is an object. Checked by a read before the write, not atomically.</summary>
    public bool IfNoneMatch { get; init; }

    /// <summary>
    /// Refuse (<see cref="Errors.RiakErrorKind.Modified"/>, <see cref="Errors.RiakErrorKind.NotFound"/>) if the object's clock isn't
    /// <see cref="Clock"/>. Checked by a read before the write, not atomically: two writers can both succeed and leave siblings.
    /// </summary>
    public bool IfNotModified { get; init; }

    /// <summary>Answer what is stored then.</summary>
    public bool ReturnBody { get; init; }

    /// <summary>Answer the clock and metadata of what is stored then, without values.</summary>
    public bool ReturnHead { get; init; }

    /// <summary>Replicas that must have taken the write.</summary>
    public RiakQuorum? W { get; init; }

    /// <summary>Replicas that must have stored it durably.</summary>
    public RiakQuorum? DW { get; init; }

    /// <summary>Primary replicas that must have taken it.</summary>
    public RiakQuorum? PW { get; init; }

    /// <summary>After which time the server gives up; the outcome is unknown then.</summary>
    public TimeSpan? ServerTimeout { get; init; }

    /// <summary>False: only the key's own replicas may take it, not their stand-ins.</summary>
    public bool? SloppyQuorum { get; init; }

    /// <summary>Another number of replicas than the bucket type's.</summary>
    public int? NVal { get; init; }

    /// <summary>Different machines that must have taken it.</summary>
    public RiakQuorum? NodeConfirms { get; init; }
}
