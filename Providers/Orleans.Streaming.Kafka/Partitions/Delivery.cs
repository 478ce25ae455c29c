using Orleans.Serialization.Invocation;

namespace Orleans.Streaming.Kafka;

/// <summary>One batch that a cursor has handed out, and the way by which <see cref="DeliveryFilter"/> reports what became of it.</summary>
internal sealed class Delivery(AssignedPartition partition, StreamCursor cursor, long first, long end)
{
    private object? _handshake;
    private DateTimeOffset _began;

    internal long First { get; private set; } = first;

    /// <summary>The number after its last record.</summary>
    internal long End { get; } = end;

    internal int Count => (int)(End - First);

    /// <summary>How long the call to the consumer has been taking.</summary>
    internal TimeSpan Took => partition.Now - _began;

    internal DeliveryOutcome Outcome { get; private set; }

    /// <summary>
    /// Lets the call to the consumer go out, with the handshake that the consumer expects; false if the partition is being given up.
    /// </summary>
    internal bool TryBegin(IInvokable request)
    {
        lock (partition.Gate)
        {
            _handshake = cursor.Handshake.TryGet(out var expected) ? expected : request.GetArgument(DeliveryCall.HandshakeArgument);
            if (!cursor.IsLive || !partition.TryEnterDelivery())
            {
                EndInVain();
                return false;
            }

            if (cursor.Handshake.IsKept)
                request.SetArgument(DeliveryCall.HandshakeArgument, _handshake!);
            Outcome = DeliveryOutcome.UnderWay;
            _began = partition.Now;
            return true;
        }
    }

    /// <summary>The call came back: the consumer has taken the batch, or has named another place to go on from.</summary>
    internal void Conclude(bool isAccepted)
    {
        lock (partition.Gate)
        {
            Outcome = isAccepted ? DeliveryOutcome.Accepted : DeliveryOutcome.Repositioned;
            if (isAccepted)
                cursor.OnAccepted(this);
            else
                cursor.OnRepositioned();
            partition.LeaveDelivery(isAccepted ? Count : 0);
        }
    }

    internal void Fail(Exception exception)
    {
        lock (partition.Gate)
        {
            EndInVain();
            var taken = (exception as ItemFailedException)?.Index ?? 0;
            First += taken;
            cursor.Confirm(First);
            cursor.OnFailed(this, exception);
            partition.LeaveDelivery(0);
        }
    }

    /// <summary>The consumer was a client that is gone; Orleans removes its subscription.</summary>
    internal void Abandon()
    {
        lock (partition.Gate)
        {
            EndInVain();
            partition.LeaveDelivery(0);
        }
    }

    /// <summary>The call never went out.</summary>
    internal void MarkFailed() => Outcome = DeliveryOutcome.Failed;

    private void EndInVain()
    {
        Outcome = DeliveryOutcome.Failed;
        cursor.Handshake.Keep(_handshake);
    }
}
