using System.Collections.Concurrent;
using System.Net;

namespace Kafka.Embedded.Relay;

/// <summary>
/// Stands between the clients and the brokers and shows them fewer partitions than there are: the mock can't add partitions to a topic,
/// but it can have had them all along.
/// </summary>
internal sealed class MetadataRelay : IDisposable
{
    private readonly ConcurrentDictionary<string, int> _shown = new(StringComparer.Ordinal);
    private readonly BrokerRelay[] _brokers;

    internal MetadataRelay(string brokers)
        => _brokers = [.. brokers.Split(',').Select(broker => new BrokerRelay(IPEndPoint.Parse(broker), Shown))];

    /// <summary>Where clients reach the brokers, in the brokers' order.</summary>
    internal IReadOnlyList<IPEndPoint> Addresses => [.. _brokers.Select(broker => broker.Address)];

    public void Dispose()
    {
        foreach (var broker in _brokers)
            broker.Dispose();
    }

    internal void Show(string topic, int partitions) => _shown[topic] = partitions;

    internal void ShowAll(string topic) => _shown.TryRemove(topic, out _);

    private int? Shown(string topic) => _shown.TryGetValue(topic, out var partitions) ? partitions : null;
}
