using System.Buffers.Binary;

namespace ZooKeeper.Client.Wire;

/// <summary>A request on its way, from the caller's queue to the answer.</summary>
internal abstract class PendingRequest(OpCode code, string? path, byte[] frame)
{
    private const int XidOffset = sizeof(int);

    internal OpCode Code => code;

    /// <summary>The path as the caller gave it.</summary>
    internal string? Path => path;

    internal ReadOnlyMemory<byte> Frame => frame;

    /// <summary>Whether it may be sent once more when its answer was lost.</summary>
    internal bool Repeatable { get; init; }

    /// <summary>Part of taking up a connection, or of keeping it: it dies with it.</summary>
    internal bool BelongsToConnection { get; init; }

    /// <summary>The xid, where the protocol sets it.</summary>
    internal int? FixedXid { get; init; }

    internal int Xid => BinaryPrimitives.ReadInt32BigEndian(frame.AsSpan(XidOffset));

    /// <summary>How often it was handed to the network.</summary>
    internal int Attempts { get; private set; }

    /// <summary>The last round through the ensemble that had begun when the request began to wait for a connection.</summary>
    internal int LastRoundBefore { get; set; }

    internal abstract bool IsCompleted { get; }

    internal void Stamp(int xid) => BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(XidOffset), xid);

    internal void CountAttempt() => Attempts++;

    /// <exception cref="ZooKeeperProtocolException">The body isn't an answer to this request, which then stays without one.</exception>
    internal abstract void Answer(ReplyHeader header, ref JuteReader body, long sessionId);

    internal abstract void Fail(Exception exception);

    internal abstract void Cancel(CancellationToken cancellationToken);
}
