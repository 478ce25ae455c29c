using ZooKeeper.Tests.Servers;
using static ZooKeeper.Client.Tests.Clients;

namespace ZooKeeper.Client.Tests;

public sealed class PipelineTests(SharedServer shared)
{
    private const int Many = 10_000;

    [ZooKeeperFact]
    public async Task Ten_thousand_requests_under_way_take_effect_in_the_order_of_the_calls()
    {
        await using var client = await InAsync(shared.NewConnectionString());
        await client.CreateAsync("/node");

        var writes = Enumerable.Range(0, Many / 2).Select(i => (Set: client.SetAsync("/node", BitConverter.GetBytes(i)), Get: client.GetAsync("/node"))).ToList();
        await Eventually.EndAsync("all to be answered", Task.WhenAll(writes.SelectMany(write => new Task[] { write.Set, write.Get })));

        for (var i = 0; i < writes.Count; i++)
        {
            Assert.Equal(i + 1, (await writes[i].Set).Version);
            var read = await writes[i].Get;
            Assert.Equal((i + 1, i), (read.Stat.Version, BitConverter.ToInt32(read.Data.Span)));
        }
    }

    [ZooKeeperFact]
    public async Task Few_places_under_way_make_the_others_wait_their_turn()
    {
        await using var client = await InAsync(shared.NewConnectionString(), options => options with { RequestsInFlight = 1 });
        await client.CreateAsync("/node");

        var writes = Enumerable.Range(0, 300).Select(_ => client.SetAsync("/node", default)).ToList();
        await Eventually.EndAsync("all to be answered", Task.WhenAll(writes));

        Assert.Equal(Enumerable.Range(1, 300), writes.Select(write => write.GetAwaiter().GetResult().Version));
    }

    [ZooKeeperFact]
    public async Task Many_callers_at_once_are_all_answered()
    {
        await using var client = await InAsync(shared.NewConnectionString());

        await Parallel.ForEachAsync(Enumerable.Range(0, 2000), async (i, cancellationToken) =>
        {
            await client.CreateAsync($"/n{i}", BitConverter.GetBytes(i), cancellationToken: cancellationToken);
            Assert.Equal(i, BitConverter.ToInt32((await client.GetAsync($"/n{i}", cancellationToken)).Data.Span));
        });

        Assert.Equal(2000, (await client.GetChildrenAsync("/")).Names.Length);
    }
}
