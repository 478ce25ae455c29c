using ZooKeeper.Tests.Servers;
using static ZooKeeper.Client.Tests.Clients;

namespace ZooKeeper.Client.Tests;

public sealed class EnsembleTests
{
    [ZooKeeperFact]
    public async Task Killing_the_leader_loses_no_acknowledged_write_and_doubles_none()
    {
        await using var ensemble = await ZooKeeperEnsemble.StartAsync();
        await using var client = To(ensemble.ConnectionString, options => options with { ConnectionPatience = Eventually.Patience });
        var (acknowledged, unknown) = (new List<string>(), new List<string>());
        await client.CreateAsync("/writes");
        var session = client.SessionId;

        await WriteAsync(50);
        await (await ensemble.LeaderAsync()).KillAsync();
        await WriteAsync(200);
        await client.SyncAsync();
        var written = (await client.GetChildrenAsync("/writes")).Names.ToHashSet();

        Assert.Equal(session, client.SessionId);
        Assert.Superset(acknowledged.ToHashSet(), written);
        Assert.Subset(acknowledged.Concat(unknown).ToHashSet(), written);

        async Task WriteAsync(int until)
        {
            for (var i = acknowledged.Count; acknowledged.Count < until; i++)
            {
                var name = $"{until}-{i}";
                try
                {
                    await client.CreateAsync($"/writes/{name}");
                    acknowledged.Add(name);
                }
                catch (ConnectionLossException lost)
                {
                    Assert.True(lost.MayHaveTakenEffect);
                    unknown.Add(name);
                }
            }
        }
    }

    [ZooKeeperFact]
    public async Task A_paused_server_is_left_for_another_one_in_the_same_session()
    {
        await using var ensemble = await ZooKeeperEnsemble.StartAsync();
        await using var client = To(ensemble.ConnectionString, options => options with { SessionTimeout = TimeSpan.FromSeconds(6), ConnectionPatience = Eventually.Patience });
        await client.CreateAsync("/mine", mode: CreateMode.Ephemeral);
        var session = client.SessionId;
        var server = await ServingAsync(ensemble, session);

        server.Pause();
        var node = await client.GetAsync("/mine");
        var set = await client.SetAsync("/mine", Bytes("1"));
        server.Resume();

        Assert.Equal((session, session), (client.SessionId, node.Stat.EphemeralOwner));
        Assert.Equal(1, set.Version);
    }

    [ZooKeeperFact]
    public async Task A_server_without_a_quorum_that_offers_to_be_read_is_refused()
    {
        await using var ensemble = await ZooKeeperEnsemble.StartAsync(new() { Properties = ["readonlymode.enabled=true"] });
        var last = ensemble.Servers[0];
        await ensemble.Servers[1].KillAsync();
        await ensemble.Servers[2].KillAsync();
        await Eventually.ReachAsync("the last server to be read-only", () => last.AskAsync("isro"), answer => answer == "ro");
        await using var client = To(last.ConnectionString, options => options with { ConnectionPatience = TimeSpan.FromMilliseconds(300) });

        var lost = await Eventually.EndAsync("the connecting to be given up", Assert.ThrowsAsync<ConnectionLossException>(() => client.ConnectAsync()));

        Assert.Contains("closed the connection", lost.Message, StringComparison.Ordinal);
    }

    private static async Task<ZooKeeperServer> ServingAsync(ZooKeeperEnsemble ensemble, long session)
    {
        foreach (var server in ensemble.Servers)
        {
            if ((await server.AskAsync("cons")).Contains($"sid=0x{session:x}", StringComparison.Ordinal))
                return server;
        }

        throw new InvalidOperationException($"No server says that it serves session 0x{session:x}.");
    }
}
