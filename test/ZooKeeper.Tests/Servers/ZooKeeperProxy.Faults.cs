namespace ZooKeeper.Tests.Servers;

internal sealed partial class ZooKeeperProxy
{
    private Operation? _cutReply;
    private Operation? _cutRequest;

    /// <summary>The next reply to such an operation reaches the client by half, then the connection breaks. The server has carried it out.</summary>
    internal void CutReplyTo(Operation operation) => _cutReply = operation;

    /// <summary>The next such operation does not reach the server; the connection breaks.</summary>
    internal void CutRequest(Operation operation) => _cutRequest = operation;

    /// <summary>Whether to pass a client's request on.</summary>
    internal bool Passes(Operation operation)
    {
        if (operation != Operation.Ping)
            _operations.Enqueue(operation);
        if (_cutRequest != operation)
            return true;
        _cutRequest = null;
        return false;
    }

    /// <summary>Whether to break off the reply.</summary>
    internal bool BreaksOff(Operation operation)
    {
        if (_cutReply != operation)
            return false;
        _cutReply = null;
        return true;
    }
}
