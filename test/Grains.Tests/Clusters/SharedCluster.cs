using ShellCorp.Grains.Tests.Clusters;

[assembly: AssemblyFixture(typeof(SharedCluster))]

namespace ShellCorp.Grains.Tests.Clusters;

/// <summary>A silo for the tests that don't need one of their own: each tells of a match with a number of its own.</summary>
public sealed class SharedCluster : IAsyncLifetime
{
    private static long _matches = 1000;
    private GrainsCluster? _cluster;

    public GrainsCluster Cluster => _cluster ?? throw new InvalidOperationException("The cluster isn't started.");

    /// <summary>A match that no other test tells of.</summary>
    public static Sample NewSample() => new(Interlocked.Increment(ref _matches));

    public async ValueTask InitializeAsync() => _cluster = await GrainsCluster.StartAsync();

    public ValueTask DisposeAsync() => Cluster.DisposeAsync();
}
