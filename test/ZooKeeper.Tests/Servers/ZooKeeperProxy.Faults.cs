using System.Buffers.Binary;

namespace ZooKeeper.Tests.Servers;

internal sealed partial class ZooKeeperProxy
{
    private Operation? _cutReply;
    private Operation? _cutRequest;
    private (Operation Operation, Func<Task> Act)? _before;

    /// <summary>The next reply to such an operation reaches the client by half, then the connection breaks. The server has carried it out.</summary>
    internal void CutReplyTo(Operation operation) => _cutReply = operation;

    /// <summary>The next such operation does not reach the server; the connection breaks.</summary>
    internal void CutRequest(Operation operation) => _cutRequest = operation;

    /// <summary>Does something before the next such operation reaches the server.</summary>
    internal void Before(Operation operation, Func<Task> act) => _before = (operation, act);

    /// <summary>Whether to pass a client's request on.</summary>
    internal async Task<bool> PassesAsync(Operation operation, byte[] frame)
    {
        if (operation != Operation.Ping)
            _operations.Enqueue(operation);
        if (operation == Operation.SetData)
            _setDataVersions.Enqueue(BinaryPrimitives.ReadInt32BigEndian(frame.AsSpan(frame.Length - sizeof(int))));
        if (_before is { } before && before.Operation == operation)
        {
            _before = null;
            await before.Act();
        }

        if (_cutRequest != operation)
            return true;
        _cutRequest = null;
        return false;
    }

    /// <summary>Notes the session of a server's first reply: behind length, protocol version and timeout.</summary>
    internal void TakeSession(byte[] frame) => Volatile.Write(ref _lastSession, BinaryPrimitives.ReadInt64BigEndian(frame.AsSpan(3 * sizeof(int))));

    /// <summary>Whether to break off the reply.</summary>
    internal bool BreaksOff(Operation operation)
    {
        if (_cutReply != operation)
            return false;
        _cutReply = null;
        return true;
    }
}
