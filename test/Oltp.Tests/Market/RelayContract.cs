using ShellCorp.Grains.Market;
using ShellCorp.Market;
using ShellCorp.Silo.Market;

namespace ShellCorp.Oltp.Tests.Market;

public abstract class RelayContract : MarketContract
{
    private const int Players = 6;
    private const int Events = 12;

    [Fact]
    public async Task Events_come_to_the_log_in_each_players_order_and_leave_the_outbox()
    {
        await using var scene = await SceneAsync();
        await WriteAsync(scene, Events);
        var log = new RecordingLog(() => LogFault.None);

        await DrainAsync(scene, new OutboxRelay(scene.Database, log));

        AssertAll(log);
        Assert.Equal(Players * Events, log.Records.Count);
        Assert.Equal(0, await WaitingAsync(scene));
    }

    [Fact]
    public async Task A_players_next_event_waits_until_the_one_before_was_acknowledged()
    {
        await using var scene = await SceneAsync();
        await WriteAsync(scene, 2);
        var fault = LogFault.Before;
        var log = new RecordingLog(() => fault);
        var relay = new OutboxRelay(scene.Database, log);

        await Assert.ThrowsAsync<IOException>(() => relay.RunAsync(1, default));
        fault = LogFault.None;
        await relay.RunAsync(1, default);

        // Players 1 and 5 are of part 1: the first event of each, and no second yet.
        Assert.Equal([(1, 1), (5, 1)], log.Records.Select(record => (record.Key, record.Sequence)).Order());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_step_fails_nothing_is_lost_or_comes_out_of_order(int seed)
    {
        await using var scene = await SceneAsync();
        var random = new Random(seed);
        var faults = new Lock();
        var log = new RecordingLog(Fault);
        // Two at once, as for the moment in which one has lost its hold and doesn't know.
        var relays = Enumerable.Range(0, 2).Select(_ => new OutboxRelay(new FaultyMarketDatabase(scene.Database, Fault), log)).ToArray();

        var writing = WriteAsync(scene, Events);
        await Task.WhenAll(relays.Select(relay => Task.Run(async () =>
        {
            while (!writing.IsCompleted || await WaitingAsync(scene) > 0)
                await TryAllAsync(relay);
        })));
        await writing;

        AssertAll(log);
        Assert.Equal(0, await WaitingAsync(scene));

        LogFault Fault()
        {
            lock (faults)
                return random.Next(3) > 0 ? LogFault.None : (LogFault)random.Next(1, 4);
        }
    }

    private static async Task TryAllAsync(OutboxRelay relay)
    {
        for (var part = 0; part < Outbox.Parts; part++)
        {
            try
            {
                await relay.RunAsync(part, default);
            }
            catch (IOException failed)
            {
                Assert.Contains("on purpose", failed.Message, StringComparison.Ordinal);
            }
        }
    }

    private static async Task DrainAsync(MarketScene scene, OutboxRelay relay)
    {
        while (await WaitingAsync(scene) > 0)
            await TryAllAsync(relay);
    }

    /// <summary>All players at once, each one's events one after the other.</summary>
    private static Task WriteAsync(MarketScene scene, int events) => Task.WhenAll(Enumerable.Range(1, Players).Select(player => Task.Run(async () =>
    {
        for (var index = 1; index <= events; index++)
        {
            await scene.Database.RunAsync(
                async session =>
                {
                    await Outbox.AddAsync(session, Moment.Of(scene.Clock.GetUtcNow()), new() { PlayerId = new(player), Kind = MarketEventKind.PitchSent, AgentId = new(1), ClubId = new(1), PitchId = new(Guid.NewGuid()), Price = index });
                    return true;
                },
                default);
        }
    })));

    private static Task<long> WaitingAsync(MarketScene scene) =>
        scene.Database.RunAsync(session => session.FindAsync<long>("SELECT count(*) FROM market_outbox", new { }), default);

    private static void AssertAll(RecordingLog log)
    {
        var taken = log.Taken();
        Assert.Equal(Enumerable.Range(1, Players).Select(player => (long)player), taken.Keys.Order());
        Assert.All(taken, player =>
        {
            Assert.Equal(Enumerable.Range(1, Events).Select(number => (long)number), player.Value.Select(row => row.Sequence));
            Assert.All(player.Value, row => Assert.Equal($"market/{row.Key}/{row.Sequence}", row.Id));
            Assert.All(player.Value, row => Assert.Contains($"\"sequence\":{row.Sequence},", row.Body, StringComparison.Ordinal));
        });
        // Whatever was sent again said the same.
        Assert.All(log.Records.GroupBy(record => record.Id), same => Assert.Single(same.Distinct()));
    }
}
