using global::Riak;
using global::Riak.TestServer.Cluster;
using global::Riak.TestServer.Proxy;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans.Serialization;
using Orleans.Storage;

namespace Orleans.Persistence.Riak.Tests;

/// <summary>
/// A storage behind a proxy with faults: on the test server, or on the real node that <c>SHELLCORP_RIAK</c> (host:port) names, which has a bucket type <c>siblings</c>. Every
/// instance has a bucket of its own.
/// </summary>
public sealed class StorageInTest : IAsyncDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddSerializer().AddSingleton<IRiakStateMerge<Bag>, BagMerge>().BuildServiceProvider();
    private readonly RiakTestCluster? _cluster;
    private readonly RiakClient _client;

    public StorageInTest(string bucketType = "siblings")
    {
        var real = Environment.GetEnvironmentVariable("SHELLCORP_RIAK");
        _cluster = string.IsNullOrEmpty(real) ? RiakTestCluster.Start() : null;
        var host = _cluster?.Hosts ?? real!;
        Proxy = new(host);
        Direct = new(new() { Hosts = host });
        _client = new(new() { Hosts = Proxy.Host, ProbeInterval = TimeSpan.FromMilliseconds(100) });
        Options = new() { BucketType = bucketType, Bucket = $"states-{Guid.NewGuid():N}" };
        Storage = new(
            "test", _client, Options, new OrleansGrainStorageSerializer(_services.GetRequiredService<Serializer>()), _services, NullLogger<RiakGrainStorage>.Instance);
    }

    public static GrainId Grain { get; } = GrainId.Create("match", "7");

    public FaultProxy Proxy { get; }

    /// <summary>Past the proxy.</summary>
    public RiakClient Direct { get; }

    public RiakGrainStorageOptions Options { get; }

    public RiakGrainStorage Storage { get; }

    public RiakLocation Where => new(Options.BucketType, Options.Bucket, $"bag/{Grain}");

    public async Task<GrainState<Bag>> ReadAsync()
    {
        var state = new GrainState<Bag>(new());
        await Storage.ReadStateAsync("bag", Grain, state);
        return state;
    }

    /// <summary>Reads, adds a word, writes.</summary>
    public async Task<GrainState<Bag>> AddAsync(string word)
    {
        var state = await ReadAsync();
        state.State = state.State!.With(word);
        await WriteAsync(state);
        return state;
    }

    public Task WriteAsync(GrainState<Bag> state) => Storage.WriteStateAsync("bag", Grain, state);

    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync();
        await Direct.DisposeAsync();
        await Proxy.DisposeAsync();
        if (_cluster is not null)
            await _cluster.DisposeAsync();
        await _services.DisposeAsync();
    }
}
