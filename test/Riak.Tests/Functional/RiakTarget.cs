using Riak.TestServer.Cluster;

namespace Riak.Tests.Functional;

/// <summary>The server that functional tests run against: the test server, or the real node that <c>SHELLCORP_RIAK</c> (host:port) names.</summary>
public sealed class RiakTarget : IAsyncDisposable
{
    private readonly RiakTestCluster? _cluster;
    private readonly string _run = Guid.NewGuid().ToString("N");

    public RiakTarget()
    {
        var real = Environment.GetEnvironmentVariable("SHELLCORP_RIAK");
        _cluster = string.IsNullOrEmpty(real) ? RiakTestCluster.Start() : null;
        Host = _cluster?.Hosts ?? real!;
        Client = new(new() { Hosts = Host });
    }

    public string Host { get; }

    public RiakClient Client { get; }

    /// <summary>An object that no other test and no earlier run uses.</summary>
    public RiakLocation New(string bucketType) => new(bucketType, $"shellcorp-{_run}", Guid.NewGuid().ToString("N"));

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        if (_cluster is not null)
            await _cluster.DisposeAsync();
    }
}
