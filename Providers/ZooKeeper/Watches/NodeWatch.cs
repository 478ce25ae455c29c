using System.Threading.Channels;

namespace ZooKeeper.Client;

/// <summary>
/// A persistent watch: a sequence of events, to be enumerated by one consumer, that goes on over reconnects and tells by
/// <see cref="WatchEventType.Interrupted"/> where events may be missing. It ends when it is disposed; when the session ends it throws
/// <see cref="SessionExpiredException"/>, and when the client is disposed <see cref="ObjectDisposedException"/>.
/// </summary>
public sealed class NodeWatch : IAsyncEnumerable<WatchEvent>, IAsyncDisposable
{
    /// <summary>How many events wait for the consumer; more are dropped and told by <see cref="WatchEventType.Interrupted"/>.</summary>
    public const int Capacity = 1024;

    private readonly Channel<WatchEvent> _events = Channel.CreateBounded<WatchEvent>(new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.Wait });
    private readonly Func<NodeWatch, ValueTask> _remove;
    private int _interrupted;

    internal NodeWatch(string path, string serverPath, WatchMode mode, Func<NodeWatch, ValueTask> remove) =>
        (Path, ServerPath, Mode, _remove) = (path, serverPath, mode, remove);

    /// <summary>The watched node.</summary>
    public string Path { get; }

    /// <summary>What is covered.</summary>
    public WatchMode Mode { get; }

    internal string ServerPath { get; }

    /// <summary>Whether the server has taken the watch, so that a new connection has to renew it.</summary>
    internal bool IsSet { get; set; }

    /// <summary>The events, from the setting of the watch on.</summary>
    public async IAsyncEnumerator<WatchEvent> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        while (await _events.Reader.WaitToReadAsync(cancellationToken))
        {
            while (_events.Reader.TryRead(out var next))
                yield return next;
            if (Interlocked.Exchange(ref _interrupted, 0) != 0)
                yield return new(WatchEventType.Interrupted, Path);
        }
    }

    /// <summary>Ends the enumeration and removes the watch from the server unless another one needs it. Best effort: a failure of the removal leaves a watch there that nobody heeds.</summary>
    public ValueTask DisposeAsync() => _events.Writer.TryComplete() ? _remove(this) : ValueTask.CompletedTask;

    internal void Offer(WatchEvent next)
    {
        if (!_events.Writer.TryWrite(next))
            Interlocked.Exchange(ref _interrupted, 1);
    }

    internal void End(Exception reason) => _events.Writer.TryComplete(reason);
}
