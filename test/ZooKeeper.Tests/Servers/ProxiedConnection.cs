using System.Collections.Concurrent;
using System.Net.Sockets;

namespace ZooKeeper.Tests.Servers;

/// <summary>One connection through a <see cref="ZooKeeperProxy"/>.</summary>
internal sealed class ProxiedConnection(TcpClient client, TcpClient server, ZooKeeperProxy proxy) : IDisposable
{
    private const int XidPlace = 0;
    private const int OperationPlace = 1;

    private readonly ConcurrentDictionary<int, Operation> _unanswered = new();

    internal async Task RunAsync(CancellationToken closing)
    {
        await Task.WhenAny(PassRequestsAsync(closing), PassRepliesAsync(closing));
        Dispose();
    }

    public void Dispose()
    {
        client.Dispose();
        server.Dispose();
    }

    private Task PassRequestsAsync(CancellationToken closing) => PassAsync(client, server, async (frame, first) =>
    {
        if (first)
            return frame.Length;
        var operation = (Operation)Frames.Number(frame, OperationPlace);
        _unanswered[Frames.Number(frame, XidPlace)] = operation;
        return await proxy.PassesAsync(operation, frame) ? frame.Length : 0;
    }, closing);

    private Task PassRepliesAsync(CancellationToken closing) => PassAsync(server, client, (frame, first) =>
    {
        if (first)
            proxy.TakeSession(frame);
        var cut = !first && _unanswered.TryRemove(Frames.Number(frame, XidPlace), out var operation) && proxy.BreaksOff(operation);
        return Task.FromResult(cut ? frame.Length / 2 : frame.Length);
    }, closing);

    // Passes on as many bytes of each frame as it is told, and ends where these are not all.
    private static async Task PassAsync(TcpClient from, TcpClient to, Func<byte[], bool, Task<int>> passed, CancellationToken closing)
    {
        try
        {
            for (var first = true; await Frames.ReadAsync(from.GetStream(), closing) is { } frame; first = false)
            {
                var bytes = await passed(frame, first);
                await to.GetStream().WriteAsync(frame.AsMemory(0, bytes), closing);
                if (bytes < frame.Length)
                    return;
            }
        }
        catch (Exception end) when (end is IOException or ObjectDisposedException or OperationCanceledException or InvalidOperationException or SocketException)
        {
            // One of the sides is gone; closing the other one tells it.
            return;
        }
    }
}
