using CsCheck;
using Microsoft.Extensions.Options;
using Riak;
using Riak.TestServer.Cluster;
using ShellCorp.Counters.Tests.Systems;
using ShellCorp.Grains.Counters;
using ShellCorp.Silo.Counters;

namespace ShellCorp.Counters.Tests.Regions;

/// <summary>Regions that count apart.</summary>
public sealed class RegionTests
{
    private static readonly PlayerId Player = new(3322);
    private static readonly string Passes = CounterFields.Of(2018, PlayerCounter.Passes);

    [Fact]
    public async Task Regions_of_two_clusters_that_replicate_to_each_other_add_up()
    {
        await using var eu = RiakTestCluster.Start(region: "eu");
        await using var us = RiakTestCluster.Start(region: "us");
        await using var euClient = new RiakClient(new() { Hosts = eu.Hosts });
        await using var usClient = new RiakClient(new() { Hosts = us.Hosts });
        using var euSilo = new PumpInTest(Store(euClient, "eu"));
        using var usSilo = new PumpInTest(Store(usClient, "us"));
        var (euFold, usFold) = (new StoredFold(Player.Value), new StoredFold(Player.Value));
        var (inEu, inUs) = (euFold.Activate(euSilo.Pump), usFold.Activate(usSilo.Pump));
        for (var i = 0; i < 50; i++)
        {
            await euFold.CountAsync(inEu, 2);
            await usFold.CountAsync(inUs, 3);
            if (i % 10 == 0)
                us.ReplicateFrom(eu);
            if (i % 15 == 0)
                eu.ReplicateFrom(us);
        }

        await Eventually.HoldAsync("both regions settled", () => euSilo.Pump.IsSettled && usSilo.Pump.IsSettled);
        us.ReplicateFrom(eu);
        eu.ReplicateFrom(us);
        us.ReplicateFrom(eu);
        Assert.Equal(250, (await Store(euClient, "eu").ReadAsync(Player, default))[Passes]);
        Assert.Equal(250, (await Store(usClient, "us").ReadAsync(Player, default))[Passes]);
        Assert.Equal(100, (await Store(usClient, "eu").ReadOwnAsync(Player, default))[Passes]);
    }

    [Fact]
    public async Task Regions_that_share_a_map_leave_each_other_alone()
    {
        await using var riak = new RiakTarget();
        using var euSilo = new PumpInTest(riak.Store("eu"));
        using var usSilo = new PumpInTest(riak.Store("us"));
        var (euFold, usFold) = (new StoredFold(Player.Value), new StoredFold(Player.Value));
        await Task.WhenAll(euFold.CountAsync(euFold.Activate(euSilo.Pump), 20), usFold.CountAsync(usFold.Activate(usSilo.Pump), 30));
        await Eventually.HoldAsync("both regions settled", () => euSilo.Pump.IsSettled && usSilo.Pump.IsSettled);
        Assert.Equal(50, (await riak.DirectStore().ReadAsync(Player, default))[Passes]);
    }

    [Fact]
    public async Task Memories_of_two_regions_merge_to_the_sum_in_any_order_and_any_number_of_times()
    {
        await Gen.Int[-5, 9].List[0, 20].Select(Gen.Int[-5, 9].List[0, 20], Gen.Bool.List[1, 6]).SampleAsync(async (here, there, merges) =>
        {
            var (eu, us) = (new PnCounterMaps(), new PnCounterMaps());
            await CountAsync(new PnCounterStore(eu, new("eu")), here);
            foreach (var merge in merges)
                (merge ? eu : us).MergeFrom(merge ? us : eu);
            await CountAsync(new PnCounterStore(us, new("us")), there);
            us.MergeFrom(eu);
            eu.MergeFrom(us);
            return await SumAsync(eu) == here.Sum() + there.Sum() && await SumAsync(us) == here.Sum() + there.Sum();
        }, iter: 200);
    }

    [Theory]
    [InlineData("")]
    [InlineData("EU")]
    [InlineData("a@b")]
    public void A_region_without_a_name_is_refused(string region)
    {
        var result = new RiakCounterOptionsValidator().Validate(name: null, new() { Region = region });
        Assert.Contains($"ShellCorp:Riak:Region = '{region}'", Assert.Single(result.Failures!), StringComparison.Ordinal);
    }

    private static async Task CountAsync(PnCounterStore store, List<int> changes)
    {
        foreach (var by in changes)
            await store.AddAsync(Player, CounterTotals.None.Fields.Add(Passes, by), default);
    }

    private static async Task<long> SumAsync(PnCounterMaps maps) => (await new PnCounterStore(maps, new("eu")).ReadAsync(Player, default)).GetValueOrDefault(Passes);

    private static RiakCounterStore Store(RiakClient client, string region) => new(client, new(region), Options.Create(new RiakCounterOptions { Region = region }));
}
