using Riak.DataTypes;
using Riak.Errors;
using Riak.TestServer.Cluster;

namespace Riak.Tests.Clusters;

/// <summary>Several nodes of the test server, seen through the client. A real cluster's nodes can't be stopped from here, so these run on the test server only.</summary>
public sealed class ReplicaTests
{
    private static readonly RiakLocation Where = new("maps", "players", "1");

    [Fact]
    public async Task Nodes_share_what_is_written_through_any_of_them()
    {
        await using var cluster = RiakTestCluster.Start(nodes: 3);
        await using var client = new RiakClient(new() { Hosts = cluster.Hosts });
        await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => client.UpdateMapAsync(Where, new RiakMapUpdate().Increment("passes", 1))));
        Assert.Equal(30, await PassesAsync(client, RiakFetchOptions.AllReplicas));
        Assert.All(cluster.Nodes, node => Assert.True(node.Received(82) > 0, $"node {node.Index} got no update"));
    }

    [Fact]
    public async Task With_a_node_away_a_majority_answers_and_all_replicas_can_not()
    {
        await using var cluster = RiakTestCluster.Start(nodes: 3);
        await using var client = new RiakClient(new() { Hosts = cluster.Hosts });
        await cluster.Nodes[1].StopAsync();
        await client.UpdateMapAsync(Where, new RiakMapUpdate().Increment("passes", 1));
        Assert.Equal(1, await PassesAsync(client, null));
        var missing = await Assert.ThrowsAsync<RiakServerException>(() => PassesAsync(client, RiakFetchOptions.AllReplicas));
        Assert.Equal((RiakErrorKind.InsufficientNodes, "{pr_val_unsatisfied,3,2}"), (missing.Kind, missing.ServerText));
        missing = await Assert.ThrowsAsync<RiakServerException>(() => PassesAsync(client, new() { R = RiakQuorum.All, SloppyQuorum = false }));
        Assert.Equal("{insufficient_vnodes,2,need,3}", missing.ServerText);
    }

    [Fact]
    public async Task A_replica_that_missed_writes_answers_old_values_until_it_is_handed_them()
    {
        await using var cluster = RiakTestCluster.Start(nodes: 3);
        await using var client = new RiakClient(new() { Hosts = cluster.Hosts });
        await using var stale = new RiakClient(new() { Hosts = cluster.Nodes[1].Host });
        await client.UpdateMapAsync(Where, new RiakMapUpdate().Increment("passes", 1));
        await cluster.Nodes[1].StopAsync();
        await client.UpdateMapAsync(Where, new RiakMapUpdate().Increment("passes", 1));
        cluster.Nodes[1].Start();
        Assert.Equal(1, await PassesAsync(stale, new() { R = RiakQuorum.One }));
        // All replicas together know everything, whichever node is asked.
        Assert.Equal(2, await PassesAsync(stale, RiakFetchOptions.AllReplicas));
        cluster.HandOff();
        Assert.Equal(2, await PassesAsync(stale, new() { R = RiakQuorum.One }));
    }

    [Fact]
    public async Task Increments_on_both_sides_of_a_missed_write_are_merged()
    {
        await using var cluster = RiakTestCluster.Start(nodes: 3);
        await using var first = new RiakClient(new() { Hosts = cluster.Nodes[0].Host });
        await using var second = new RiakClient(new() { Hosts = cluster.Nodes[1].Host });
        await cluster.Nodes[1].StopAsync();
        await first.UpdateMapAsync(Where, new RiakMapUpdate().Increment("passes", 10));
        cluster.Nodes[1].Start();
        await cluster.Nodes[0].StopAsync();
        await second.UpdateMapAsync(Where, new RiakMapUpdate().Increment("passes", 5));
        cluster.Nodes[0].Start();
        Assert.Equal(15, await PassesAsync(first, RiakFetchOptions.AllReplicas));
    }

    [Fact]
    public async Task A_node_whose_clock_is_behind_moves_the_counter_and_not_the_register()
    {
        await using var cluster = RiakTestCluster.Start(nodes: 2);
        await using var ahead = new RiakClient(new() { Hosts = cluster.Nodes[0].Host });
        await using var behind = new RiakClient(new() { Hosts = cluster.Nodes[1].Host });
        cluster.Nodes[1].ClockSkew = TimeSpan.FromMinutes(-1);
        await ahead.UpdateMapAsync(Where, new RiakMapUpdate().Increment("passes", 1).Assign("seq", "1"));
        await behind.UpdateMapAsync(Where, new RiakMapUpdate().Increment("passes", 1).Assign("seq", "2"));
        var map = (await ahead.FetchMapAsync(Where, RiakFetchOptions.AllReplicas))!;
        Assert.Equal((2, "1"), (map.Counters["passes"], map.RegisterText("seq")));
    }

    [Fact]
    public async Task Regions_that_replicate_to_each_other_know_the_same()
    {
        await using var europe = RiakTestCluster.Start(region: "eu");
        await using var america = RiakTestCluster.Start(region: "us");
        await using var eu = new RiakClient(new() { Hosts = europe.Hosts });
        await using var us = new RiakClient(new() { Hosts = america.Hosts });
        await eu.UpdateMapAsync(Where, new RiakMapUpdate().Increment("passes@eu", 7));
        await us.UpdateMapAsync(Where, new RiakMapUpdate().Increment("passes@us", 5));
        for (var i = 0; i < 2; i++)
        {
            europe.ReplicateFrom(america);
            america.ReplicateFrom(europe);
        }

        foreach (var client in new[] { eu, us })
            Assert.Equal(12, (await client.FetchMapAsync(Where, RiakFetchOptions.AllReplicas))!.Counters.Values.Sum());
    }

    [Fact]
    public async Task A_stopped_cluster_keeps_nothing_from_being_counted_afterwards()
    {
        await using var cluster = RiakTestCluster.Start();
        await using var client = new RiakClient(new() { Hosts = cluster.Hosts });
        await client.UpdateMapAsync(Where, new RiakMapUpdate().Increment("passes", 1));
        await cluster.Nodes[0].StopAsync();
        await Assert.ThrowsAsync<RiakUnavailableException>(() => client.UpdateMapAsync(Where, new RiakMapUpdate().Increment("passes", 1)));
        cluster.Nodes[0].Start();
        await client.UpdateMapAsync(Where, new RiakMapUpdate().Increment("passes", 1));
        Assert.Equal(2, await PassesAsync(client, null));
    }

    private static async Task<long> PassesAsync(RiakClient client, RiakFetchOptions? options) =>
        (await client.FetchMapAsync(Where, options))!.Counters["passes"];
}
