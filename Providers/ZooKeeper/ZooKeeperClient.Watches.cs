using System.Diagnostics.CodeAnalysis;
using ZooKeeper.Client.Watches;
using ZooKeeper.Client.Wire;

namespace ZooKeeper.Client;

public sealed partial class ZooKeeperClient
{
    // The server keeps one watch for each node and mode; setting and removing it must not overtake each other.
    [SuppressMessage("Usage", "CA2213", Justification = "It holds nothing unless its wait handle is asked for, and watches may still be disposed after the client.")]
    private readonly SemaphoreSlim _watchGate = new(1, 1);

    /// <summary>Reads a node's data and stat, and watches for the data's next change or the node's deletion.</summary>
    /// <exception cref="NoNodeException">It isn't there, and no watch is set.</exception>
    /// <exception cref="NoAuthException">Its ACL doesn't allow it.</exception>
    /// <exception cref="InvalidOperationException">The client has a persistent watch on the node.</exception>
    public Task<Watched<NodeData>> GetAndWatchAsync(string path, CancellationToken cancellationToken = default) =>
        ReadAndWatchAsync(path, decode => GetRequest(path, watch: true, decode), Data, _ => WatchKind.Data, cancellationToken);

    /// <summary>Reads a node's stat, or null if it isn't there, and watches for its creation, next change of data, or deletion.</summary>
    /// <exception cref="InvalidOperationException">The client has a persistent watch on the node.</exception>
    public Task<Watched<NodeStat?>> ExistsAndWatchAsync(string path, CancellationToken cancellationToken = default) =>
        ReadAndWatchAsync(path, decode => ExistsRequest(path, watch: true, decode), Stat, error => error == ErrorCode.NoNode ? WatchKind.Exists : WatchKind.Data, cancellationToken);

    /// <summary>Reads the names of a node's children, and its stat, and watches for the next child to come or go, or the node's deletion.</summary>
    /// <exception cref="NoNodeException">It isn't there, and no watch is set.</exception>
    /// <exception cref="NoAuthException">Its ACL doesn't allow it.</exception>
    /// <exception cref="InvalidOperationException">The client has a persistent watch on the node.</exception>
    public Task<Watched<NodeChildren>> GetChildrenAndWatchAsync(string path, CancellationToken cancellationToken = default) =>
        ReadAndWatchAsync(path, decode => ChildrenRequest(path, watch: true, decode), Children, _ => WatchKind.Children, cancellationToken);

    /// <summary>Sets a persistent watch on a node, which needn't be there. Servers from 3.6 on.</summary>
    /// <param name="path">The node.</param>
    /// <param name="mode">Whether all below it is covered too.</param>
    /// <param name="cancellationToken">Ends the waiting for the watch to be set.</param>
    /// <exception cref="UnimplementedException">The server is too old.</exception>
    /// <exception cref="InvalidOperationException">The client has a one-shot watch on the node, or a persistent one of the other mode.</exception>
    [SuppressMessage("Reliability", "CA2000", Justification = "The caller disposes the watch; one that could not be set holds nothing.")]
    public async Task<NodeWatch> WatchAsync(string path, WatchMode mode = WatchMode.Persistent, CancellationToken cancellationToken = default)
    {
        var watch = new NodeWatch(path, Server(path), mode, RemoveBestEffortAsync);
        var frame = Requests.Number(OpCode.AddWatch, watch.ServerPath, (int)mode);
        await _watchGate.WaitAsync(cancellationToken);
        try
        {
            _session.Watches.Add(watch);
            await _session.SendAsync(new Request<bool>(OpCode.AddWatch, path, frame, (_, ref _) => watch.IsSet = true) { Repeatable = true }, cancellationToken);
            return watch;
        }
        catch
        {
            _session.Watches.Remove(watch);
            throw;
        }
        finally
        {
            _watchGate.Release();
        }
    }

    private async Task<Watched<T>> ReadAndWatchAsync<T>(
        string path, Func<ReplyDecoder<Watched<T>>, Request<Watched<T>>> request, ReplyDecoder<T> decode, Func<ErrorCode, WatchKind> kind, CancellationToken cancellationToken)
    {
        var watch = _session.Watches.AddOneShot(path, Server(path));
        Watched<T> Decode(ErrorCode error, ref JuteReader body)
        {
            var value = decode(error, ref body);
            watch.Kind = kind(error);
            return new(value, watch.Changed);
        }

        try
        {
            return await _session.SendAsync(request(Decode), cancellationToken);
        }
        catch
        {
            _session.Watches.Remove(watch);
            throw;
        }
    }

    private async ValueTask RemoveBestEffortAsync(NodeWatch watch)
    {
        const int anyKind = 3;
        await _watchGate.WaitAsync();
        try
        {
            if (!_session.Watches.Remove(watch) || State is not (SessionState.Connected or SessionState.Disconnected))
                return;
            var frame = Requests.Number(OpCode.RemoveWatches, watch.ServerPath, anyKind);
            await _session.SendAsync(new Request<bool>(OpCode.RemoveWatches, watch.Path, frame, (_, ref _) => true) { Repeatable = true, Tolerated = ErrorCode.NoWatcher }, CancellationToken.None);
        }
        catch (Exception failure) when (failure is ZooKeeperException or ObjectDisposedException)
        {
            LogWatchNotRemoved(_logger, watch.Path, failure.Message);
        }
        finally
        {
            _watchGate.Release();
        }
    }
}
