using System.Net;
using System.Net.Sockets;

namespace Kafka.Embedded.Relay;

/// <summary>Listens on a free loopback port in a broker's stead.</summary>
internal sealed class BrokerRelay : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, port: 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly IPEndPoint _broker;
    private readonly Func<string, int?> _shown;
    private bool _disposed;

    internal BrokerRelay(IPEndPoint broker, Func<string, int?> shown)
    {
        _broker = broker;
        _shown = shown;
        _listener.Start();
        Address = (IPEndPoint)_listener.LocalEndpoint;
        _ = AcceptAsync(_stop.Token);
    }

    internal IPEndPoint Address { get; }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, true))
            return;
        _stop.Cancel();
        _stop.Dispose();
        _listener.Dispose();
    }

    private async Task AcceptAsync(CancellationToken stop)
    {
        while (true)
        {
            var client = await _listener.AcceptTcpClientAsync(stop);
            _ = new RelayConnection(client, _broker, _shown).RunAsync(stop);
        }
    }
}
