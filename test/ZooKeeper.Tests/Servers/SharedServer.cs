namespace ZooKeeper.Tests.Servers;

/// <summary>One server for the tests that don't harm it, each below a node of its own.</summary>
public sealed class SharedServer : IAsyncLifetime
{
    private ZooKeeperServer? _server;

    internal ZooKeeperServer Server => _server ?? throw new InvalidOperationException("A test without ZooKeeperFact uses a ZooKeeper server.");

    /// <summary>A connection string with a chroot that nobody else uses, and that isn't there yet.</summary>
    internal string NewConnectionString() => $"{Server.ConnectionString}/test-{Guid.NewGuid():n}";

    public async ValueTask InitializeAsync()
    {
        if (Installation.Missing is null)
            _server = await ZooKeeperServer.StartAsync(new() { Properties = ["zookeeper.extendedTypesEnabled=true", "znode.container.checkIntervalMs=200"] });
    }

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
