using Orleans.Streams;

namespace Orleans.Streaming.Kafka.Tests;

/// <summary>
/// Does with a partition what Orleans's pulling agent of 10.4.2 does, one turn at a time and in an order that a seed decides: tells streams
/// apart, registers them behind a pinning cursor, asks consumers where they stand, moves cursors, delivers, repositions, forgets idle
/// streams.
/// </summary>
internal sealed class SimulatedAgent(SimulatedWorld world, PartitionReceiver receiver)
{
    private readonly Dictionary<Runtime.StreamId, List<SimulatedSubscription>> _streams = [];
    private readonly List<(Runtime.StreamId Stream, StreamSequenceToken First, IQueueCacheCursor Pin)> _registering = [];

    private IEnumerable<SimulatedSubscription> Subscriptions => _streams.Values.SelectMany(subscriptions => subscriptions);

    /// <summary>A turn of the pump: it reads nothing while a registration is under way.</summary>
    internal async Task PumpAsync()
    {
        if (_registering.Count > 0)
            return;
        var messages = await world.WaitAsync(receiver.GetQueueMessagesAsync(int.MaxValue, CancellationToken.None));
        receiver.AddToCache(messages);
        foreach (var stream in messages.GroupBy(message => message.StreamId))
        {
            var first = stream.First().SequenceToken;
            world.Note($"{stream.Key} is told of from {first}, {(_streams.ContainsKey(stream.Key) ? "known" : "new")}");
            if (!_streams.TryGetValue(stream.Key, out var subscriptions))
            {
                _streams.Add(stream.Key, []);
                _registering.Add((stream.Key, first, receiver.TryGetCacheCursor(stream.Key, first).Cursor!));
                continue;
            }

            foreach (var subscription in subscriptions)
            {
                subscription.Cursor?.Refresh(first);
                Run(subscription);
            }
        }
    }

    /// <summary>A registration comes to its end, well or not.</summary>
    internal void EndRegistration()
    {
        if (_registering.Count == 0)
            return;
        var (stream, first, pin) = _registering[world.Random.Next(_registering.Count)];
        _registering.Remove((stream, first, pin));
        var failed = world.Happens(0.2);
        world.Note($"registration of {stream} from {first} {(failed ? "fails" : "ends")}");
        if (failed)
        {
            _streams.Remove(stream);
        }
        else
        {
            foreach (var consumer in world.ConsumersOf(stream))
                Attach(stream, new SimulatedSubscription(consumer), first);
        }

        pin.Dispose();
        foreach (var subscription in _streams.GetValueOrDefault(stream) ?? [])
            Run(subscription);
    }

    /// <summary>A call to a consumer comes back.</summary>
    internal void EndDelivery()
    {
        var busy = Subscriptions.Where(subscription => subscription.UnderWay is not null).ToList();
        if (busy.Count > 0)
        {
            var subscription = busy[world.Random.Next(busy.Count)];
            EndDelivery(subscription);
            Run(subscription);
        }
    }

    /// <summary>A consumer that is known is asked again where it stands.</summary>
    internal void AskAgain()
    {
        var idle = _streams.Where(stream => stream.Value.Exists(subscription => subscription.UnderWay is null)).ToList();
        if (idle.Count == 0)
            return;
        var (stream, subscriptions) = idle[world.Random.Next(idle.Count)];
        var subscription = subscriptions.First(each => each.UnderWay is null);
        Handshake(stream, subscription, first: null);
        Run(subscription);
    }

    /// <summary>A stream without a delivery under way is forgotten as idle.</summary>
    internal void ForgetStream()
    {
        var idle = _streams.Keys.Where(stream => _registering.TrueForAll(each => each.Stream != stream) && _streams[stream].TrueForAll(each => each.UnderWay is null)).ToList();
        if (idle.Count > 0)
            Forget(idle[world.Random.Next(idle.Count)]);
    }

    /// <summary>The agent stops: deliveries under way end, then the cursors go.</summary>
    internal async Task StopAsync()
    {
        while (_registering.Count > 0)
        {
            _registering[0].Pin.Dispose();
            _registering.RemoveAt(0);
        }

        foreach (var subscription in Subscriptions.Where(each => each.UnderWay is not null))
            EndDelivery(subscription);
        foreach (var stream in _streams.Keys.ToList())
            Forget(stream);
        await receiver.Shutdown(TimeSpan.Zero);
    }

    private void Forget(Runtime.StreamId stream)
    {
        world.Note($"{stream} is forgotten");
        _streams.Remove(stream, out var subscriptions);
        foreach (var subscription in subscriptions!)
            subscription.DropCursor();
    }

    private void Attach(Runtime.StreamId stream, SimulatedSubscription subscription, StreamSequenceToken first)
    {
        _streams[stream].Add(subscription);
        Handshake(stream, subscription, first);
    }

    /// <summary>The consumer names its token, or could not be asked, which counts as none.</summary>
    private void Handshake(Runtime.StreamId stream, SimulatedSubscription subscription, StreamSequenceToken? first)
    {
        var token = world.Happens(0.1) ? null : subscription.Consumer.Expected;
        world.Note($"{stream} consumer {subscription.Consumer.GetHashCode()} stands at {token?.ToString() ?? "none"}");
        if (token is null)
        {
            subscription.Cursor ??= receiver.TryGetCacheCursor(stream, first).Cursor;
        }
        else
        {
            subscription.DropCursor();
            subscription.Cursor = Advanced(stream, token, out var pending);
            subscription.Pending = pending;
        }

        subscription.LastToken = token;
    }

    private IQueueCacheCursor Advanced(Runtime.StreamId stream, KafkaSequenceToken token, out KafkaBatchContainer? pending)
    {
        var cursor = receiver.TryGetCacheCursor(stream, token).Cursor!;
        pending = null;
        int order;
        do
        {
            if (cursor.MoveNextWithResult().Kind != QueueCacheCursorMoveResultKind.Success)
                return cursor;
            pending = (KafkaBatchContainer)cursor.GetCurrent(out _)!;
            order = pending.SequenceToken.CompareTo(token);
        }
        while (order < 0);
        pending = order > 0 ? pending : null;
        return cursor;
    }

    /// <summary>Moves a cursor that is idle until a delivery is under way or there is no data.</summary>
    private static void Run(SimulatedSubscription subscription)
    {
        while (subscription is { UnderWay: null, Cursor: { } cursor })
        {
            var batch = subscription.Pending;
            subscription.Pending = null;
            if (batch is null && cursor.MoveNextWithResult().Kind != QueueCacheCursorMoveResultKind.Success)
                return;
            batch ??= (KafkaBatchContainer)cursor.GetCurrent(out _)!;
            var call = new SimulatedCall(batch, subscription.LastToken);
            if (batch.Delivery!.TryBegin(call))
                subscription.UnderWay = (batch, call);
            else
                subscription.LastToken = (KafkaSequenceToken)batch.SequenceToken;
        }
    }

    private void EndDelivery(SimulatedSubscription subscription)
    {
        var batch = subscription.UnderWay!.Value.Batch;
        var answer = EndCall(subscription);
        subscription.LastToken = (KafkaSequenceToken)batch.SequenceToken;
        if (answer is not null)
        {
            subscription.LastToken = answer;
            var old = subscription.Cursor;
            var repositioned = Advanced(batch.StreamId, answer, out var pending);
            old?.Dispose();
            (subscription.Cursor, subscription.Pending) = (repositioned, pending);
        }
    }

    /// <summary>What the filter does around the call.</summary>
    private KafkaSequenceToken? EndCall(SimulatedSubscription subscription)
    {
        var (batch, call) = subscription.UnderWay!.Value;
        subscription.UnderWay = null;
        var fails = world.Happens(0.3);
        var takesAllTheSame = fails && world.Happens(0.3);
        world.Note($"{batch} to {subscription.Consumer.GetHashCode()} with {call.Handshake}: fails {fails}, takes {takesAllTheSame || !fails}, expects {subscription.Consumer.Expected}");
        try
        {
            var answer = !fails || takesAllTheSame ? subscription.Consumer.Deliver(batch, call.Handshake) : null;
            if (fails)
                throw new TimeoutException("no answer in time");
            batch.Delivery!.Conclude(isAccepted: answer is null);
            return answer;
        }
        catch (Exception exception) when (exception is TimeoutException or RecordRefusedException)
        {
            batch.Delivery!.Fail(exception);
            return null;
        }
    }
}
