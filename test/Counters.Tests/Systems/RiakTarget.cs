using Microsoft.Extensions.Options;
using Riak;
using Riak.TestServer.Cluster;
using Riak.TestServer.Proxy;
using ShellCorp.Grains.Counters;
using ShellCorp.Silo.Counters;

namespace ShellCorp.Counters.Tests.Systems;

/// <summary>
/// Where counters are kept in these tests, behind a proxy with faults: the test server, or the real node that <c>SHELLCORP_RIAK</c> (host:port) names.
/// Every instance has a bucket of its own.
/// </summary>
public sealed class RiakTarget : IAsyncDisposable
{
    public const string BucketType = "maps";

    private readonly RiakTestCluster? _cluster;

    public RiakTarget()
    {
        var real = Environment.GetEnvironmentVariable("SHELLCORP_RIAK");
        _cluster = string.IsNullOrEmpty(real) ? RiakTestCluster.Start() : null;
        Host = _cluster?.Hosts ?? real!;
        Proxy = new(Host);
        Direct = new(new() { Hosts = Host });
        Client = new(new() { Hosts = Proxy.Host, ProbeInterval = TimeSpan.FromMilliseconds(100) });
    }

    public string Host { get; }

    public FaultProxy Proxy { get; }

    /// <summary>Past the proxy.</summary>
    public RiakClient Direct { get; }

    /// <summary>Through the proxy.</summary>
    public RiakClient Client { get; }

    public string Bucket { get; } = $"players-{Guid.NewGuid():N}";

    /// <summary>A region's counters through the proxy.</summary>
    internal ICounterStore Store(string region = "eu") => Store(Client, region);

    /// <summary>A region's counters past the proxy.</summary>
    internal ICounterStore DirectStore(string region = "eu") => Store(Direct, region);

    private RiakCounterStore Store(RiakClient client, string region) =>
        new(client, new CounterRegion(region), Options.Create(new RiakCounterOptions { BucketType = BucketType, Bucket = Bucket, Region = region }));

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await Direct.DisposeAsync();
        await Proxy.DisposeAsync();
        if (_cluster is not null)
            await _cluster.DisposeAsync();
    }
}
