using System.Runtime.InteropServices;
using Confluent.Kafka;
using Kafka.Embedded.Native;
using Kafka.Embedded.Relay;

namespace Kafka.Embedded;

/// <summary>
/// A Kafka cluster inside this process: librdkafka's own mock brokers, which speak the real protocol on loopback TCP and keep
/// everything in memory. Any client of any process on this machine can use it through <see cref="BootstrapServers"/>.
/// </summary>
/// <remarks>
/// <para>Thread-safe. Keep a reference for as long as clients use it: a cluster that is collected stops.</para>
/// <para>What it keeps and what it can't do is in this library's README.</para>
/// </remarks>
public sealed partial class EmbeddedKafka : IDisposable, IAsyncDisposable
{
    private const int NoBroker = -1;

    private readonly MockClusterHandle _cluster;
    private readonly EmbeddedKafkaOptions _options;
    private readonly MetadataRelay? _relay;

    private EmbeddedKafka(EmbeddedKafkaOptions options, MockClusterHandle cluster)
    {
        _options = options;
        _cluster = cluster;
        BootstrapServers = Marshal.PtrToStringUTF8(NativeMethods.Bootstraps(cluster))!;
        Apply(options, cluster);
        if (options.PartitionsToGrowTo == 0)
            return;
        _relay = new MetadataRelay(BootstrapServers);
        BootstrapServers = string.Join(',', _relay.Addresses);
        Advertise(_relay);
    }

    /// <summary>
    /// What clients set as <c>bootstrap.servers</c>: <c>127.0.0.1:p1,127.0.0.1:p2,…</c>, on ports that were free at the start. They
    /// can't be chosen, so other processes have to be told.
    /// </summary>
    public string BootstrapServers { get; }

    /// <summary>Starts a cluster; it listens when this returns.</summary>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="DllNotFoundException">Confluent.Kafka can't load its native library here.</exception>
    /// <exception cref="KafkaException">librdkafka refused.</exception>
    public static EmbeddedKafka Start(EmbeddedKafkaOptions? options = null)
    {
        options ??= new EmbeddedKafkaOptions();
        options.Validate();
        return new EmbeddedKafka(options.Copy(), MockClusterHandle.Create(options.Brokers));
    }

    /// <summary>Stops the brokers and drops every record. Connected clients lose their connection. May be called again.</summary>
    public void Dispose()
    {
        _relay?.Dispose();
        _cluster.Dispose();
    }

    /// <summary><see cref="Dispose"/> off the caller's thread, since it joins the brokers' thread.</summary>
    public async ValueTask DisposeAsync() => await Task.Run(Dispose);

    private MockClusterHandle Cluster
    {
        get
        {
            ObjectDisposedException.ThrowIf(_cluster.IsClosed, this);
            return _cluster;
        }
    }

    private static void Apply(EmbeddedKafkaOptions options, MockClusterHandle cluster)
    {
        NativeMethods.SetGroupInitialRebalanceDelay(cluster, Milliseconds.From(options.GroupInitialRebalanceDelay, nameof(options.GroupInitialRebalanceDelay)));
        NativeMethods.SetConsumerProtocolHeartbeatInterval(
            cluster, Milliseconds.From(options.ConsumerProtocolHeartbeatInterval, nameof(options.ConsumerProtocolHeartbeatInterval)));
        NativeMethods.SetConsumerProtocolSessionTimeout(
            cluster, Milliseconds.From(options.ConsumerProtocolSessionTimeout, nameof(options.ConsumerProtocolSessionTimeout)));
        // Admin clients ask the controller, and wait for one in vain when no broker is named.
        NativeMethods.SetController(cluster, broker: 1);
    }

    private void Advertise(MetadataRelay relay)
    {
        ThrowIfError(
            NativeMethods.SetApiVersions(_cluster, KafkaApi.Metadata, MetadataResponse.OldestVersion, MetadataResponse.NewestVersion),
            "The versions of Metadata that the relay understands could not be set");
        for (var i = 0; i < relay.Addresses.Count; i++)
            NativeMethods.Advertise(_cluster, i + 1, $"{relay.Addresses[i].Address}", relay.Addresses[i].Port);
    }

    private static void ThrowIfError(ErrorCode error, string what)
    {
        if (error != ErrorCode.NoError)
            throw new KafkaException(new Error(error, $"{what}: {Marshal.PtrToStringUTF8(NativeMethods.ErrorText(error))}"));
    }
}
