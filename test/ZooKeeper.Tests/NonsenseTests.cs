using ZooKeeper.Tests.Servers;
using static ZooKeeper.Client.Tests.Clients;

namespace ZooKeeper.Client.Tests;

/// <summary>What no real server sends, and so a scripted one does.</summary>
public sealed class NonsenseTests
{
    /// <summary>How a server may answer a request that it should not answer so.</summary>
    public static TheoryData<string> Answers => [.. Nonsense.Keys];

    private static Dictionary<string, Func<ScriptedConnection, int, Task>> Nonsense { get; } = new()
    {
        ["an answer with another request's xid"] = (connection, xid) => connection.ReplyAsync(xid + 1),
        ["an answer that nobody waits for, then the right one"] = async (connection, xid) =>
        {
            await connection.ReplyAsync(xid - 1);
            await connection.ReplyAsync(xid);
        },
        ["text of another protocol"] = (connection, _) => connection.SendAsync(Bytes("HTTP/1.1 400 Bad Request\r\n\r\n")),
        ["a frame of negative length"] = (connection, _) => connection.SendAsync(new byte[] { 0xff, 0xff, 0xff, 0xfe, 0, 0, 0, 0 }),
        ["a frame that is too large"] = (connection, _) => connection.SendAsync(new byte[] { 0x01, 0x00, 0x00, 0x01, 0, 0, 0, 0 }),
        ["a frame too short for its header"] = (connection, _) => connection.SendAsync(new byte[] { 0, 0, 0, 2, 0, 0 }),
        ["an answer whose body is missing"] = (connection, xid) => connection.ReplyAsync(xid),
        ["an answer with a length that reaches over its end"] = (connection, xid) => connection.ReplyAsync(xid, 0x7f, 0xff, 0xff, 0xff, 0, 0),
        ["credentials taken that were not given"] = (connection, _) => connection.ReplyAsync(-4),
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task A_write_that_is_answered_by_nonsense_is_lost_and_the_next_connection_is_good(string answer)
    {
        var connections = 0;
        await using var server = ScriptedServer.Start(async connection =>
        {
            await connection.TakeSessionAsync(SessionTimeout);
            var (xid, _) = await connection.ReadRequestAsync();
            if (Interlocked.Increment(ref connections) == 1)
                await Nonsense[answer](connection, xid);
            else
                await connection.ReplyAsync(xid, new byte[68]);
            await connection.UntilClosedAsync();
        });
        await using var client = To(server.ConnectionString);

        var lost = await Eventually.EndAsync("the write to be lost", Assert.ThrowsAsync<ConnectionLossException>(() => client.SetAsync("/node", default)));

        Assert.IsType<ZooKeeperProtocolException>(lost.InnerException);
        Assert.True(lost.MayHaveTakenEffect);
        var stat = await Eventually.EndAsync("the next connection to serve", client.SetAsync("/node", default));
        Assert.Equal(0, stat.Version);
    }

    [Fact]
    public async Task A_read_that_is_always_answered_by_nonsense_is_given_up()
    {
        var connections = 0;
        await using var server = ScriptedServer.Start(async connection =>
        {
            Interlocked.Increment(ref connections);
            await connection.TakeSessionAsync(SessionTimeout);
            var (xid, _) = await connection.ReadRequestAsync();
            await connection.ReplyAsync(xid + 1);
            await connection.UntilClosedAsync();
        });
        await using var client = To(server.ConnectionString, options => options with { ReadRetries = 3 });

        var lost = await Eventually.EndAsync("the read to be given up", Assert.ThrowsAsync<ConnectionLossException>(() => client.GetAsync("/node")));

        Assert.IsType<ZooKeeperProtocolException>(lost.InnerException);
        Assert.Equal(4, connections);
    }

    [Fact]
    public async Task Nonsense_instead_of_a_session_is_told_for_the_server_it_comes_from()
    {
        await using var server = ScriptedServer.Start(async connection =>
        {
            await connection.SendAsync(Bytes("SSH-2.0-OpenSSH_9.2\r\n"));
            await connection.UntilClosedAsync();
        });
        await using var client = To(server.ConnectionString, options => options with { ConnectionPatience = TimeSpan.FromMilliseconds(500) });

        var lost = await Eventually.EndAsync("the connecting to be given up", Assert.ThrowsAsync<ConnectionLossException>(() => client.ConnectAsync()));

        Assert.Contains(server.ConnectionString, lost.Message, StringComparison.Ordinal);
        Assert.Contains("1397966893 bytes", lost.Message, StringComparison.Ordinal);
    }

    [ZooKeeperFact]
    public async Task A_server_that_takes_the_connection_and_is_silent_is_passed_over()
    {
        await using var silent = ScriptedServer.Start(connection => connection.UntilClosedAsync());
        await using var real = await ZooKeeperServer.StartAsync();
        var ensemble = $"{silent.ConnectionString},{real.ConnectionString}";

        // In an order drawn by lot: some of these meet the silent one first.
        for (var i = 0; i < 5; i++)
        {
            await using var client = To(ensemble, options => options with { SessionTimeout = TimeSpan.FromSeconds(2), ConnectionPatience = Eventually.Patience });
            await client.ConnectAsync();
        }
    }
}
