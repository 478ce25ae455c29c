namespace Patroni.Partitions;

/// <summary>What a move has done, in this order. After a crash it goes on from where it was; each step can be done again.</summary>
public enum MoveStep
{
    /// <summary>The map names the move, so nobody else begins one.</summary>
    Announced,

    /// <summary>The scope that has the partition refuses writes to it; those under way have ended.</summary>
    Frozen,

    /// <summary>All rows are in the other scope, positions too, and still refused there.</summary>
    Copied,

    /// <summary>The scope that had the partition refuses to read it too.</summary>
    Left,

    /// <summary>The other scope takes reads and writes.</summary>
    Arrived,

    /// <summary>The map sends everybody there.</summary>
    Switched,

    /// <summary>The rows that were left behind are gone.</summary>
    Cleaned,

    /// <summary>The map names no move any more.</summary>
    Done,
}
