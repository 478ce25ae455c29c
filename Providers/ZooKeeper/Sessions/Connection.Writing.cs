using System.Buffers;
using ZooKeeper.Client.Wire;

namespace ZooKeeper.Client.Sessions;

internal sealed partial class Connection
{
    private const int BatchBytes = 64 * 1024;

    private readonly ArrayBufferWriter<byte> _batch = new(BatchBytes);
    private PendingRequest? _held;
    private int _lastXid;

    private async Task WriteAsync(Queue<PendingRequest> first, CancellationToken cancellationToken)
    {
        while (first.TryDequeue(out var request))
            await PutAsync(request, cancellationToken);
        while (true)
        {
            while (_owner.Outgoing.Reader.TryRead(out var request))
                await PutAsync(request, cancellationToken);
            await FlushAsync(cancellationToken);
            await _owner.Outgoing.Reader.WaitToReadAsync(cancellationToken);
        }
    }

    private async ValueTask PutAsync(PendingRequest request, CancellationToken cancellationToken)
    {
        if (request.IsCompleted)
            return;
        _held = request;
        request.Stamp(request.FixedXid ?? NextXid());
        await AwaitAnswerAsync(request, cancellationToken);
        _held = null;
        request.CountAttempt();
        ZooKeeperTelemetry.Sent(request.Code);
        _batch.Write(request.Frame.Span);
        if (_batch.WrittenCount >= BatchBytes)
            await FlushAsync(cancellationToken);
    }

    private async ValueTask AwaitAnswerAsync(PendingRequest request, CancellationToken cancellationToken)
    {
        if (request.Code == OpCode.Ping)
            return;
        if (request.Code == OpCode.Auth)
        {
            _authentications.Enqueue(request);
            return;
        }

        if (_inFlight.Writer.TryWrite(request))
            return;
        // Full: what makes room is the answers to requests that may still be in the batch.
        await FlushAsync(cancellationToken);
        await _inFlight.Writer.WriteAsync(request, cancellationToken);
    }

    private async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        if (_batch.WrittenCount == 0)
            return;
        await _stream.WriteAsync(_batch.WrittenMemory, cancellationToken);
        await _stream.FlushAsync(cancellationToken);
        _batch.ResetWrittenCount();
        Volatile.Write(ref _lastSent, _time.GetTimestamp());
    }

    private int NextXid() => _lastXid = _lastXid == int.MaxValue ? 1 : _lastXid + 1;
}
