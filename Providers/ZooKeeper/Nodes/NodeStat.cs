using ZooKeeper.Client.Wire;

namespace ZooKeeper.Client;

/// <summary>What the server knows of a node besides its data.</summary>
public sealed record NodeStat
{
    /// <summary>Transaction that created the node.</summary>
    public required long CreatedZxid { get; init; }

    /// <summary>Transaction that last set the data.</summary>
    public required long ModifiedZxid { get; init; }

    /// <summary>When the node was created, by the leader's clock.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the data was last set, by the leader's clock.</summary>
    public required DateTimeOffset ModifiedAt { get; init; }

    /// <summary>How often the data was set since the creation; 32 bits, which wrap.</summary>
    public required int Version { get; init; }

    /// <summary>How often children came or went.</summary>
    public required int ChildrenVersion { get; init; }

    /// <summary>How often the ACL was set.</summary>
    public required int AclVersion { get; init; }

    /// <summary>The session an ephemeral node belongs to; 0 for any other.</summary>
    public required long EphemeralOwner { get; init; }

    /// <summary>Bytes of data.</summary>
    public required int DataLength { get; init; }

    /// <summary>Number of children.</summary>
    public required int ChildrenCount { get; init; }

    /// <summary>Transaction that last added or removed a child.</summary>
    public required long ChildrenZxid { get; init; }

    // A property initializer runs in textual order, which is the order on the wire.
    internal static NodeStat Read(ref JuteReader reader) => new()
    {
        CreatedZxid = reader.ReadLong(),
        ModifiedZxid = reader.ReadLong(),
        CreatedAt = ReadTime(ref reader),
        ModifiedAt = ReadTime(ref reader),
        Version = reader.ReadInt(),
        ChildrenVersion = reader.ReadInt(),
        AclVersion = reader.ReadInt(),
        EphemeralOwner = reader.ReadLong(),
        DataLength = reader.ReadInt(),
        ChildrenCount = reader.ReadInt(),
        ChildrenZxid = reader.ReadLong(),
    };

    private static DateTimeOffset ReadTime(ref JuteReader reader)
    {
        var milliseconds = reader.ReadLong();
        try
        {
            return DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        }
        catch (ArgumentOutOfRangeException beyond)
        {
            throw new ZooKeeperProtocolException($"The server's reply has a time of {milliseconds} ms since 1970.", beyond);
        }
    }
}
