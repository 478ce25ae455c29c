using System.Text.Json.Nodes;
using Postgres.TestServer;
using ZooKeeper.Client;

namespace Patroni.Tests.Clusters;

/// <summary>The members of one scope, with data of their own under the temporary path. They are gone with this process, even if that is killed.</summary>
internal sealed class PatroniCluster : IAsyncDisposable
{
    // Standard input ends when whoever started it is gone; then all members are killed and their data removed.
    private const string Guard = """
        read -r _
        for node in "$1"/*/; do kill -KILL "$(cat "$node/patroni.pid")"; done
        for node in "$1"/*/; do kill -QUIT "$(head -n 1 "$node/data/postmaster.pid")"; done
        tries=0
        while [ -n "$(ls "$1"/*/data/postmaster.pid)" ] && [ "$tries" -lt 100 ]; do tries=$((tries + 1)); sleep 0.1; done
        rm -rf "$1"/*
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("patroni-").FullName;
    private readonly GuardedProcess _guard;
    private readonly ZooKeeperClient _zooKeeper;

    private PatroniCluster(string scope, int nodes, int zooKeeperPort)
    {
        Scope = scope;
        Share(_folder);
        Nodes = [.. Enumerable.Range(1, nodes).Select(number => new PatroniNode(scope, number, Folder(number), zooKeeperPort))];
        _guard = GuardedProcess.Start(Guard, _folder);
        _zooKeeper = new(new ZooKeeperOptions { ConnectionString = $"127.0.0.1:{zooKeeperPort}", RenewExpiredSession = true });
    }

    public string Scope { get; }

    public IReadOnlyList<PatroniNode> Nodes { get; }

    /// <summary>Starts one and waits until it takes writes.</summary>
    public static async Task<PatroniCluster> StartAsync(string scope, int nodes, int zooKeeperPort)
    {
        var cluster = new PatroniCluster(scope, nodes, zooKeeperPort);
        try
        {
            await cluster.HealAsync();
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>The member that takes writes, once one does.</summary>
    public async Task<PatroniNode> PrimaryAsync() => (await Eventually.ReachAsync(
        $"a primary of {Scope}", async () => await FindPrimaryAsync(Nodes), found => found is not null, Logs))!;

    /// <summary>The member that takes writes, once one of these does.</summary>
    public async Task<PatroniNode> PrimaryAmongAsync(IEnumerable<PatroniNode> nodes) => (await Eventually.ReachAsync(
        $"a primary of {Scope} among the rest", async () => await FindPrimaryAsync(nodes), found => found is not null, Logs))!;

    /// <summary>Opens all gates, starts who doesn't run, and waits until there is a primary with all others streaming, one of them synchronously.</summary>
    public async Task HealAsync()
    {
        foreach (var node in Nodes)
        {
            node.Reconnect([]);
            node.Clients.Open();
            if (!node.IsRunning)
                node.Start();
        }

        await Eventually.HoldAsync($"{Scope} to have one primary and {Nodes.Count - 1} standby(s), one of them synchronous", IsWholeAsync, Logs);
    }

    /// <summary>
    /// Waits until Patroni may promote a standby. PostgreSQL acknowledges what a standby has as soon as one is back, a round of Patroni's before
    /// that; if the primary died between, the standby would have everything and wait for it.
    /// </summary>
    public Task PromotableAsync() => Eventually.HoldAsync($"a standby of {Scope} that may be promoted", IsPromotableAsync, Logs);

    /// <summary>Makes a database.</summary>
    public async Task CreateDatabaseAsync(string name)
    {
        var primary = await PrimaryAsync();
        await using var connection = new Npgsql.NpgsqlConnection(primary.DirectConnectionString);
        await connection.OpenAsync();
#pragma warning disable CA2100 // A test's own name; a name can't be a parameter.
        await using var command = new Npgsql.NpgsqlCommand($"CREATE DATABASE {name}", connection) { CommandTimeout = 60 };
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in Nodes)
            await node.DisposeAsync();
        await _zooKeeper.DisposeAsync();
        await _guard.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<PatroniNode?> FindPrimaryAsync(IEnumerable<PatroniNode> nodes)
    {
        foreach (var node in nodes)
        {
            if (await node.AskAsync<bool>("SELECT NOT pg_is_in_recovery()") == true)
                return node;
        }

        return null;
    }

    private async Task<bool> IsWholeAsync()
    {
        var primaries = 0;
        var standbys = -1L;
        foreach (var node in Nodes)
        {
            if (await node.AskAsync<bool>("SELECT NOT pg_is_in_recovery()") is not { } isPrimary)
                return false;
            if (!isPrimary)
                continue;
            primaries++;
            standbys = await node.AskAsync<long>("SELECT CASE WHEN bool_or(sync_state = 'sync') THEN count(*) ELSE 0 END FROM pg_stat_replication WHERE state = 'streaming'") ?? -1;
        }

        return primaries == 1 && standbys == Nodes.Count - 1 && await IsPromotableAsync();
    }

    private async Task<bool> IsPromotableAsync()
    {
        try
        {
            var sync = JsonNode.Parse((await _zooKeeper.GetAsync($"/shellcorp/postgres/{Scope}/sync")).Data.Span);
            return !string.IsNullOrEmpty((string?)sync?["sync_standby"]);
        }
        catch (NoNodeException)
        {
            return false;
        }
    }

    private string Folder(int number)
    {
        var folder = Directory.CreateDirectory($"{_folder}/{number}").FullName;
        Share(folder);
        return folder;
    }

    // The servers run as another user where this process is root.
    private static void Share(string folder)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, (UnixFileMode)0b111_111_111);
    }

    private string Logs() => string.Join("\n", Nodes.Select(node => $"--- {node.Name}:\n{node.Log}"));
}
