using System.Net.Sockets;

namespace Riak.TestServer.Proxy;

public sealed partial class FaultProxy
{
    private readonly List<HeldRequest> _held = [];
    private readonly SemaphoreSlim _delivering = new(1);

    /// <summary>Carries out everything that is held, now.</summary>
    public Task DeliverHeldAsync() => DeliverAsync(_ => true);

    internal void Hold(byte[] frame, int after)
    {
        lock (_held)
            _held.Add(new(frame, after));
    }

    /// <summary>Counts an answered request and carries out what was waiting for it, before the client gets that answer's successor.</summary>
    internal Task AnsweredAsync() => DeliverAsync(held => held.IsDue());

    private async Task DeliverAsync(Predicate<HeldRequest> due)
    {
        List<HeldRequest> delivered;
        lock (_held)
        {
            delivered = _held.FindAll(due);
            _held.RemoveAll(delivered.Contains);
        }

        if (delivered.Count == 0)
            return;
        await _delivering.WaitAsync();
        try
        {
            foreach (var request in delivered)
                await DeliverAsync(request.Frame);
        }
        finally
        {
            _delivering.Release();
        }
    }

    private async Task DeliverAsync(byte[] frame)
    {
        using var socket = await ConnectAsync();
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync(frame);
        await stream.ReadFrameAsync();
    }
}
