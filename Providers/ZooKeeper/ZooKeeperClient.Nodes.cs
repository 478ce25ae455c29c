using ZooKeeper.Client.Wire;

namespace ZooKeeper.Client;

public sealed partial class ZooKeeperClient
{
    /// <summary>Creates a node. A write: never sent twice.</summary>
    /// <param name="path">Its path; of a sequential one, the part before the digits.</param>
    /// <param name="data">Its data.</param>
    /// <param name="mode">What kind of node.</param>
    /// <param name="acl">Its access list; <see cref="Acl.OpenToAll"/> if null.</param>
    /// <param name="timeToLive">For modes with a time to live, and only for them: from 1 ms to some 34,000 years.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="NodeExistsException">It is there.</exception>
    /// <exception cref="NoNodeException">Its parent isn't.</exception>
    /// <exception cref="NoChildrenForEphemeralsException">Its parent is ephemeral.</exception>
    /// <exception cref="NoAuthException">The parent's ACL doesn't allow it.</exception>
    /// <exception cref="InvalidAclException">The access list is none.</exception>
    /// <exception cref="UnimplementedException">The server doesn't know the mode, or has it switched off.</exception>
    public Task<CreatedNode> CreateAsync(
        string path,
        ReadOnlyMemory<byte> data = default,
        CreateMode mode = CreateMode.Persistent,
        IReadOnlyList<Acl>? acl = null,
        TimeSpan? timeToLive = null,
        CancellationToken cancellationToken = default)
    {
        NodePath.Validate(path, CreateRequest.IsSequential(mode));
        var code = CreateRequest.CodeOf(mode);
        if ((code == OpCode.CreateTtl) != timeToLive is not null || timeToLive < TimeSpan.FromMilliseconds(1))
            throw new ArgumentOutOfRangeException(nameof(timeToLive), timeToLive, $"A time to live of 1 ms or more belongs to the modes that have one, not to {mode}.");
        var writer = RequestFrame.Begin(code);
        CreateRequest.Write(writer, _chroot, path, data.Span, mode, acl, timeToLive);
        CreatedNode Created(ErrorCode error, ref JuteReader body) => new(NodePath.Strip(_chroot, body.ReadString()), NodeStat.Read(ref body));
        return _session.SendAsync(new Request<CreatedNode>(code, path, writer.ToFrame(), Created), cancellationToken);
    }

    /// <summary>Reads a node's data and stat.</summary>
    /// <exception cref="NoNodeException">It isn't there.</exception>
    /// <exception cref="NoAuthException">Its ACL doesn't allow it.</exception>
    public Task<NodeData> GetAsync(string path, CancellationToken cancellationToken = default) =>
        _session.SendAsync(GetRequest(path, watch: false, Data), cancellationToken);

    /// <summary>Sets a node's data. A write: never sent twice.</summary>
    /// <param name="path">The node.</param>
    /// <param name="data">The data.</param>
    /// <param name="version">The version it must have; <see cref="AnyVersion"/> for any.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The stat afterwards.</returns>
    /// <exception cref="NoNodeException">It isn't there.</exception>
    /// <exception cref="BadVersionException">It has another version.</exception>
    /// <exception cref="NoAuthException">Its ACL doesn't allow it.</exception>
    public Task<NodeStat> SetAsync(string path, ReadOnlyMemory<byte> data, int version = AnyVersion, CancellationToken cancellationToken = default)
    {
        var frame = Requests.Data(OpCode.SetData, Server(path), data.Span, version);
        return _session.SendAsync(new Request<NodeStat>(OpCode.SetData, path, frame, (_, ref body) => NodeStat.Read(ref body)), cancellationToken);
    }

    /// <summary>Deletes a node. A write: never sent twice.</summary>
    /// <param name="path">The node.</param>
    /// <param name="version">The version it must have; <see cref="AnyVersion"/> for any.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="NoNodeException">It isn't there.</exception>
    /// <exception cref="BadVersionException">It has another version.</exception>
    /// <exception cref="NotEmptyException">It has children.</exception>
    /// <exception cref="NoAuthException">The parent's ACL doesn't allow it.</exception>
    public Task DeleteAsync(string path, int version = AnyVersion, CancellationToken cancellationToken = default) =>
        _session.SendAsync(new Request<bool>(OpCode.Delete, path, Requests.Number(OpCode.Delete, Server(path), version), (_, ref _) => true), cancellationToken);

    /// <summary>A node's stat, or null if it isn't there. No ACL forbids it.</summary>
    public Task<NodeStat?> ExistsAsync(string path, CancellationToken cancellationToken = default) =>
        _session.SendAsync(ExistsRequest(path, watch: false, Stat), cancellationToken);

    /// <summary>Reads the names of a node's children, and its stat.</summary>
    /// <exception cref="NoNodeException">It isn't there.</exception>
    /// <exception cref="NoAuthException">Its ACL doesn't allow it.</exception>
    public Task<NodeChildren> GetChildrenAsync(string path, CancellationToken cancellationToken = default) =>
        _session.SendAsync(ChildrenRequest(path, watch: false, Children), cancellationToken);

    /// <summary>
    /// Waits until the server that serves the session has caught up with the leader, so that reads after it show what was written before it by
    /// anybody. It goes through the leader, and is repeated like a read.
    /// </summary>
    public Task SyncAsync(string path = NodePath.Root, CancellationToken cancellationToken = default) =>
        _session.SendAsync(new Request<bool>(OpCode.Sync, path, Requests.Path(OpCode.Sync, Server(path)), (_, ref _) => true) { Repeatable = true }, cancellationToken);

    private Request<T> GetRequest<T>(string path, bool watch, ReplyDecoder<T> decode) =>
        new(OpCode.GetData, path, Requests.Watch(OpCode.GetData, Server(path), watch), decode) { Repeatable = true };

    private Request<T> ExistsRequest<T>(string path, bool watch, ReplyDecoder<T> decode) =>
        new(OpCode.Exists, path, Requests.Watch(OpCode.Exists, Server(path), watch), decode) { Repeatable = true, Tolerated = ErrorCode.NoNode };

    private Request<T> ChildrenRequest<T>(string path, bool watch, ReplyDecoder<T> decode) =>
        new(OpCode.GetChildren, path, Requests.Watch(OpCode.GetChildren, Server(path), watch), decode) { Repeatable = true };

    private static NodeData Data(ErrorCode error, ref JuteReader body) => new(body.ReadBuffer().ToArray(), NodeStat.Read(ref body));

    private static NodeStat? Stat(ErrorCode error, ref JuteReader body) => error == ErrorCode.NoNode ? null : NodeStat.Read(ref body);

    private static NodeChildren Children(ErrorCode error, ref JuteReader body) => new(body.ReadStrings(), NodeStat.Read(ref body));
}
