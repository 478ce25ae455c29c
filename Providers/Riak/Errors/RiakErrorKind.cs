namespace Riak.Errors;

/// <summary>What a server's error means. Riak tells it by text alone, so an unknown text is <see cref="Other"/>.</summary>
public enum RiakErrorKind
{
    /// <summary>Anything else; of a write nothing is known then.</summary>
    Other,

    /// <summary>A put with <c>if_none_match</c> found an object.</summary>
    MatchFound,

    /// <summary>A put with <c>if_not_modified</c> found another vector clock.</summary>
    Modified,

    /// <summary>A put with <c>if_not_modified</c> found no object.</summary>
    NotFound,

    /// <summary>The bucket type doesn't exist or isn't activated.</summary>
    UnknownBucketType,

    /// <summary>The operation is of another data type than the bucket type, or the bucket type has none.</summary>
    TypeMismatch,

    /// <summary>Bucket properties that can't be, or can't be changed any more.</summary>
    InvalidProperties,

    /// <summary>A quorum larger than the number of replicas, or one that isn't a quorum.</summary>
    InvalidQuorum,

    /// <summary>Too few nodes were up to begin, or to answer a read as it was asked.</summary>
    InsufficientNodes,

    /// <summary>A removal without context of a map field or set member that isn't there.</summary>
    Precondition,

    /// <summary>The user may not do it, or the connection isn't authenticated.</summary>
    NotPermitted,

    /// <summary>The server doesn't know the message, or can't read it.</summary>
    NotUnderstood,
}
