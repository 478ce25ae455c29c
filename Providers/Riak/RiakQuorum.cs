namespace Riak;

/// <summary>How many replicas must take part: a number, or a word that the server translates by the bucket type's <c>n_val</c>.</summary>
public readonly record struct RiakQuorum
{
    private const uint OneWord = uint.MaxValue - 1;
    private const uint QuorumWord = uint.MaxValue - 2;
    private const uint AllWord = uint.MaxValue - 3;
    private const uint DefaultWord = uint.MaxValue - 4;

    private RiakQuorum(uint wire) => Wire = wire;

    /// <summary>One replica.</summary>
    public static RiakQuorum One { get; } = new(OneWord);

    /// <summary>More than half of them.</summary>
    public static RiakQuorum Majority { get; } = new(QuorumWord);

    /// <summary>All of them.</summary>
    public static RiakQuorum All { get; } = new(AllWord);

    /// <summary>What the bucket type says.</summary>
    public static RiakQuorum BucketDefault { get; } = new(DefaultWord);

    internal uint Wire { get; }

    /// <summary>So many replicas.</summary>
    /// <param name="replicas">Zero or more; the server refuses more than <c>n_val</c>.</param>
    public static RiakQuorum Of(int replicas)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(replicas);
        return new((uint)replicas);
    }

    /// <summary>The word, or the number.</summary>
    public override string ToString() => Wire switch
    {
        OneWord => "one",
        QuorumWord => "quorum",
        AllWord => "all",
        DefaultWord => "default",
        _ => $"{Wire}",
    };

    internal static RiakQuorum From(uint wire) => new(wire);
}
