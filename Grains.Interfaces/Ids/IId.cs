namespace ShellCorp;

/// <summary>A strong id over a 64-bit number, so that a player's number can't be passed where a match's is meant.</summary>
/// <typeparam name="TSelf">The id itself.</typeparam>
public interface IId<TSelf>
    where TSelf : struct, IId<TSelf>
{
    /// <summary>The number, as it stands in JSON, in Kafka's record keys and in grain keys.</summary>
    long Value { get; }

    /// <summary>Makes an id of a number.</summary>
    static abstract TSelf From(long value);
}
