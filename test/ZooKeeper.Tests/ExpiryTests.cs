using System.Collections.Concurrent;
using ZooKeeper.Tests.Servers;
using static ZooKeeper.Client.Tests.Clients;

namespace ZooKeeper.Client.Tests;

public sealed class ExpiryTests(SharedServer shared)
{
    private static readonly TimeSpan Short = 2 * ZooKeeperServer.Tick;

    [ZooKeeperFact]
    public async Task An_expired_session_ends_the_client_its_watches_and_its_ephemeral_nodes()
    {
        await using var proxy = ZooKeeperProxy.Start(shared.Server);
        var connectionString = shared.NewConnectionString();
        await using var other = await InAsync(connectionString);
        await using var client = To(proxy.ConnectionString + ZooKeeperConnectionString.Parse(connectionString).Chroot, options => options with { SessionTimeout = Short });
        var states = States(client);
        await client.CreateAsync("/mine", mode: CreateMode.Ephemeral);
        var oneShot = await client.GetAndWatchAsync("/");
        await using var persistent = await client.WatchAsync("/node");
        var session = client.SessionId;

        proxy.Close();
        await Eventually.ReachAsync("the ensemble to forget the session", () => other.ExistsAsync("/mine"), node => node is null);
        proxy.Open();
        await Eventually.ReachAsync("the client to learn of it", () => client.State, state => state == SessionState.Expired);

        var expired = await Assert.ThrowsAsync<SessionExpiredException>(() => client.GetAsync("/"));
        Assert.Equal(session, expired.SessionId);
        Assert.Equal(WatchEventType.SessionEnded, (await oneShot.Changed).Type);
        await Assert.ThrowsAsync<SessionExpiredException>(() => WatchTests.TakeAsync(persistent, int.MaxValue));
        Assert.Equal((SessionState.Connected, SessionState.Expired), (states.First(), states.Last()));
    }

    [ZooKeeperFact]
    public async Task A_client_that_renews_expired_sessions_says_so_and_goes_on()
    {
        await using var proxy = ZooKeeperProxy.Start(shared.Server);
        var connectionString = shared.NewConnectionString();
        await using var other = await InAsync(connectionString);
        await using var client = To(
            proxy.ConnectionString + ZooKeeperConnectionString.Parse(connectionString).Chroot,
            options => options with { SessionTimeout = Short, RenewExpiredSession = true, Credentials = [Credentials.Digest("a", "b")], ConnectionPatience = Eventually.Patience });
        var states = States(client);
        await client.CreateAsync("/mine", mode: CreateMode.Ephemeral, acl: Acl.CreatorOnly);
        var oneShot = await client.GetAndWatchAsync("/");
        var session = client.SessionId;

        proxy.Close();
        await Eventually.ReachAsync("the ensemble to forget the session", () => other.ExistsAsync("/mine"), node => node is null);
        proxy.Open();
        Assert.Equal(WatchEventType.SessionEnded, (await Eventually.EndAsync("the watch to end", oneShot.Changed)).Type);

        // Identities are kept.
        var created = await client.CreateAsync("/mine", mode: CreateMode.Ephemeral, acl: Acl.CreatorOnly);
        Assert.NotEqual(session, created.Stat.EphemeralOwner);
        Assert.Contains(SessionState.Expired, states);
        Assert.Equal(SessionState.Connected, client.State);
    }

    [ZooKeeperFact]
    public async Task A_session_that_nobody_can_be_asked_about_counts_as_expired_in_time()
    {
        await using var server = await ZooKeeperServer.StartAsync();
        await using var client = To(server.ConnectionString, options => options with { SessionTimeout = Short, ConnectionPatience = Eventually.Patience });
        await client.ConnectAsync();

        await server.KillAsync();
        var waiting = client.GetAsync("/");

        await Eventually.EndAsync("the read to fail", Assert.ThrowsAsync<SessionExpiredException>(() => waiting));
        Assert.Equal(SessionState.Expired, client.State);
    }

    [ZooKeeperFact]
    public async Task A_paused_server_costs_a_write_its_connection_and_the_client_goes_on_when_the_server_does()
    {
        await using var server = await ZooKeeperServer.StartAsync();
        await using var client = To(server.ConnectionString, options => options with { SessionTimeout = Short, RenewExpiredSession = true, ConnectionPatience = Eventually.Patience });
        await client.CreateAsync("/node");

        server.Pause();
        var lost = await Eventually.EndAsync("the write to be lost", Assert.ThrowsAsync<ConnectionLossException>(() => client.SetAsync("/node", Bytes("1"))));
        server.Resume();

        Assert.IsType<TimeoutException>(lost.InnerException);
        Assert.True(lost.MayHaveTakenEffect);
        await Eventually.ReachAsync("the client to be served again", () => TryAsync(client), served => served);
    }

    private static ConcurrentQueue<SessionState> States(ZooKeeperClient client)
    {
        var states = new ConcurrentQueue<SessionState>();
        client.StateChanged += (_, change) => states.Enqueue(change.State);
        return states;
    }

    private static async Task<bool> TryAsync(ZooKeeperClient client)
    {
        try
        {
            await client.GetAsync("/node");
            return true;
        }
        catch (SessionExpiredException)
        {
            return false;
        }
    }
}
