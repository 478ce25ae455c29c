using Confluent.Kafka;

namespace Orleans.Streaming.Kafka;

/// <summary>
/// A producer for many threads: made at its first use, made anew after an error that it can't go on from, and closed under nobody's hands.
/// Confluent's client hands librdkafka a bare pointer, so that a call that meets the disposal of its client ends the process.
/// </summary>
/// <param name="settings">What every producer is built with.</param>
/// <param name="configure">Sets log and error handlers.</param>
public sealed class RenewableProducer(ProducerConfig settings, Action<ProducerBuilder<byte[]?, byte[]?>> configure) : IDisposable
{
    // A record whose time runs out during the flush is reported in it too.
    private static readonly TimeSpan ReportMargin = TimeSpan.FromSeconds(1);
    private const int DefaultMessageTimeoutMs = 300_000;

    private readonly Lock _lock = new();
    private SharedProducer? _current;
    private bool _disposed;

    /// <summary>Takes the producer for one use; it stays open until the lease is given back, whatever happens meanwhile.</summary>
    /// <exception cref="ObjectDisposedException">It has been closed.</exception>
    public ProducerLease Lease()
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            _current ??= new SharedProducer(Build());
            return _current.Lease();
        }
    }

    /// <summary>Gives up a producer after a fatal error, unless that was done already; the next lease is of another.</summary>
    public void Renew(ProducerLease broken)
    {
        ArgumentNullException.ThrowIfNull(broken);
        SharedProducer given;
        lock (_lock)
        {
            if (_disposed || _current is not { } current || current != broken.Of)
                return;
            given = current;
            _current = null;
        }

        given.Release();
    }

    /// <summary>Waits until every record has been reported on, which takes no longer than <c>message.timeout.ms</c>, and closes the producer.</summary>
    public void Dispose()
    {
        SharedProducer? last;
        lock (_lock)
        {
            _disposed = true;
            last = _current;
            _current = null;
        }

        if (last is null)
            return;
        last.Client.Flush(TimeSpan.FromMilliseconds(settings.MessageTimeoutMs ?? DefaultMessageTimeoutMs) + ReportMargin);
        last.Release();
    }

    private IProducer<byte[]?, byte[]?> Build()
    {
        var builder = new ProducerBuilder<byte[]?, byte[]?>(settings);
        configure(builder);
        return builder.Build();
    }
}
