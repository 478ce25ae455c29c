using System.Collections.Immutable;
using ZooKeeper.Client.Wire;

namespace ZooKeeper.Client;

public sealed partial class ZooKeeperClient
{
    /// <summary>Carries out operations in their order, all or none. A write: never sent twice.</summary>
    /// <returns>A result for each operation.</returns>
    /// <exception cref="ZooKeeperException">
    /// The first operation that failed, of the class that it would throw alone, with its <see cref="ZooKeeperException.OperationIndex"/>.
    /// </exception>
    public Task<ImmutableArray<OperationResult>> MultiAsync(IReadOnlyList<ZooKeeperOperation> operations, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(operations);
        var multi = new MultiRequest([.. operations], _chroot);
        var writer = RequestFrame.Begin(OpCode.Multi);
        multi.Write(writer);
        return _session.SendAsync(new Request<ImmutableArray<OperationResult>>(OpCode.Multi, path: null, writer.ToFrame(), (_, ref body) => multi.Read(ref body)), cancellationToken);
    }

    /// <summary>
    /// Creates a node and what is missing above it, the connection string's chroot included; those that are there are left alone. Each creation
    /// is a write of its own, which is never sent twice.
    /// </summary>
    /// <param name="path">The node.</param>
    /// <param name="acl">The access list of what is created; <see cref="Acl.OpenToAll"/> if null.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task EnsurePathAsync(string path, IReadOnlyList<Acl>? acl = null, CancellationToken cancellationToken = default)
    {
        foreach (var serverPath in NodePath.Lineage(Server(path)))
        {
            // A look first: whoever may not create here can still use what is there.
            if (await _session.SendAsync(ExistsOnServer(serverPath), cancellationToken) is not null)
                continue;
            try
            {
                await _session.SendAsync(CreateOnServer(serverPath, acl), cancellationToken);
            }
            catch (NodeExistsException)
            {
                LogCreatedByAnother(_logger, serverPath);
            }
        }
    }

    private static Request<NodeStat?> ExistsOnServer(string serverPath) =>
        new(OpCode.Exists, serverPath, Requests.Watch(OpCode.Exists, serverPath, watch: false), Stat) { Repeatable = true, Tolerated = ErrorCode.NoNode };

    private static Request<bool> CreateOnServer(string serverPath, IReadOnlyList<Acl>? acl)
    {
        var writer = RequestFrame.Begin(OpCode.Create2);
        CreateRequest.Write(writer, chroot: "", serverPath, data: [], CreateMode.Persistent, acl, timeToLive: null);
        return new(OpCode.Create2, serverPath, writer.ToFrame(), (_, ref _) => true);
    }
}
