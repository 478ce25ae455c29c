namespace ZooKeeper.Tests.Servers;

/// <summary>Three real servers that elect a leader.</summary>
internal sealed class ZooKeeperEnsemble : IAsyncDisposable
{
    private const int Size = 3;
    private const int Tries = 5;

    private ZooKeeperEnsemble(IReadOnlyList<ZooKeeperServer> servers) => Servers = servers;

    internal IReadOnlyList<ZooKeeperServer> Servers { get; }

    internal string ConnectionString => string.Join(',', Servers.Select(server => server.ConnectionString));

    internal static async Task<ZooKeeperEnsemble> StartAsync(ServerSettings? settings = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            var ensemble = new ZooKeeperEnsemble(Create(settings ?? ServerSettings.Usual));
            try
            {
                foreach (var server in ensemble.Servers)
                    server.Start();
                await Task.WhenAll(ensemble.Servers.Select(server => server.ServesAsync()));
                return ensemble;
            }
            catch (ServerExitedException) when (attempt < Tries)
            {
                // Somebody was faster at one of the ports.
                await ensemble.DisposeAsync();
            }
        }
    }

    /// <summary>The server that leads, once one does.</summary>
    internal async Task<ZooKeeperServer> LeaderAsync() => await ServerAsync("leader");

    /// <summary>A server that follows a leader, once one does.</summary>
    internal async Task<ZooKeeperServer> FollowerAsync() => await ServerAsync("follower");

    public async ValueTask DisposeAsync()
    {
        foreach (var server in Servers)
            await server.DisposeAsync();
    }

    private static ZooKeeperServer[] Create(ServerSettings settings)
    {
        var ports = FreePorts.Take(3 * Size);
        string[] members = [.. Enumerable.Range(0, Size).Select(i => $"server.{i + 1}=127.0.0.1:{ports[Size + i]}:{ports[(2 * Size) + i]}")];
        return [.. Enumerable.Range(0, Size).Select(i => ZooKeeperServer.OfEnsemble(ports[i], i + 1, members, settings))];
    }

    private async Task<ZooKeeperServer> ServerAsync(string mode) => (await Eventually.ReachAsync($"a {mode}", () => FindAsync(mode), server => server is not null))!;

    private async Task<ZooKeeperServer?> FindAsync(string mode)
    {
        foreach (var server in Servers)
        {
            if ((await server.AskIfAliveAsync("srvr")).Contains($"Mode: {mode}", StringComparison.Ordinal))
                return server;
        }

        return null;
    }
}
