namespace Riak.DataTypes;

/// <summary>The type of a map's field; name and type together are its identity. The numbers are the protocol's.</summary>
public enum RiakMapFieldType
{
    /// <summary>A counter that goes up and down.</summary>
    Counter = 1,

    /// <summary>A set in which a concurrent addition wins over a removal.</summary>
    Set = 2,

    /// <summary>A value of which the one with the latest server time stays.</summary>
    Register = 3,

    /// <summary>A flag in which a concurrent enabling wins.</summary>
    Flag = 4,

    /// <summary>A map in a map.</summary>
    Map = 5,
}
