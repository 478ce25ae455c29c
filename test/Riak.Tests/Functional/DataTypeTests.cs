using Riak.DataTypes;
using Riak.Errors;

namespace Riak.Tests.Functional;

public sealed class DataTypeTests(RiakTarget riak) : IClassFixture<RiakTarget>
{
    private static readonly RiakUpdateOptions Returning = new() { ReturnBody = true };

    [Fact]
    public async Task A_counter_goes_up_and_down()
    {
        var where = riak.New("counters");
        Assert.Null(await riak.Client.FetchCounterAsync(where));
        Assert.Null((await riak.Client.UpdateCounterAsync(where, 10)).Value);
        Assert.Equal(11, (await riak.Client.UpdateCounterAsync(where, null, Returning)).Value);
        Assert.Equal(-9, (await riak.Client.UpdateCounterAsync(where, -20, Returning)).Value);
        Assert.Equal(-9, await riak.Client.FetchCounterAsync(where, RiakFetchOptions.AllReplicas));
    }

    [Fact]
    public async Task A_counter_back_at_zero_is_zero_and_not_missing()
    {
        var where = riak.New("counters");
        await riak.Client.UpdateCounterAsync(where, 3);
        Assert.Equal(0, (await riak.Client.UpdateCounterAsync(where, -3, Returning)).Value);
        Assert.Equal(0, await riak.Client.FetchCounterAsync(where));
    }

    [Fact]
    public async Task Parallel_increments_all_count()
    {
        var where = riak.New("counters");
        await Task.WhenAll(Enumerable.Range(1, 50).Select(by => riak.Client.UpdateCounterAsync(where, by)));
        Assert.Equal(50 * 51 / 2, await riak.Client.FetchCounterAsync(where, RiakFetchOptions.AllReplicas));
    }

    [Fact]
    public async Task The_server_assigns_a_key_where_none_is_given()
    {
        var updated = await riak.Client.UpdateMapAsync(riak.New("maps") with { Key = null }, new RiakMapUpdate().Increment("goals", 1));
        Assert.NotEmpty(updated.Key);
        Assert.Equal(1, (await riak.Client.FetchMapAsync(riak.New("maps") with { Key = updated.Key }))!.Counters["goals"]);
    }

    [Fact]
    public async Task A_set_adds_and_removes_what_the_context_has_seen()
    {
        var where = riak.New("sets");
        var added = (await riak.Client.UpdateSetAsync(where, new RiakSetUpdate().Add("b", "a", "c"), Returning)).Value!;
        Assert.Equal(["a", "b", "c"], added.Texts);
        await riak.Client.UpdateSetAsync(where, new RiakSetUpdate().Remove("a").Add("d"), new() { Context = added.Context });
        Assert.Equal(["b", "c", "d"], (await riak.Client.FetchSetAsync(where))!.Texts);
    }

    [Fact]
    public async Task A_member_added_again_survives_a_removal_that_saw_only_the_first_addition()
    {
        var where = riak.New("sets");
        var seen = (await riak.Client.UpdateSetAsync(where, new RiakSetUpdate().Add("a"), Returning)).Value!.Context;
        await riak.Client.UpdateSetAsync(where, new RiakSetUpdate().Add("a"));
        await riak.Client.UpdateSetAsync(where, new RiakSetUpdate().Remove("a"), new() { Context = seen });
        Assert.Equal(["a"], (await riak.Client.FetchSetAsync(where))!.Texts);
    }

    [Fact]
    public async Task An_emptied_set_is_empty_and_not_missing()
    {
        var where = riak.New("sets");
        var seen = (await riak.Client.UpdateSetAsync(where, new RiakSetUpdate().Add("a"), Returning)).Value!.Context;
        var emptied = (await riak.Client.UpdateSetAsync(where, new RiakSetUpdate().Remove("a"), Returning with { Context = seen })).Value;
        Assert.Empty(emptied!.Members);
        Assert.Empty((await riak.Client.FetchSetAsync(where))!.Members);
    }

    [Fact]
    public async Task Members_are_bytes()
    {
        var where = riak.New("sets");
        byte[] member = [0, 255, 128, 10];
        await riak.Client.UpdateSetAsync(where, new RiakSetUpdate().Add(member));
        Assert.Equal(member, Assert.Single((await riak.Client.FetchSetAsync(where))!.Members).ToArray());
    }

    [Fact]
    public async Task Removing_without_context_what_is_not_there_is_refused()
    {
        var refused = await Assert.ThrowsAsync<RiakServerException>(
            () => riak.Client.UpdateMapAsync(riak.New("maps"), new RiakMapUpdate().Remove("goals", RiakMapFieldType.Counter)));
        Assert.Equal(RiakErrorKind.Precondition, refused.Kind);
    }

    [Fact]
    public async Task A_map_holds_every_type_and_maps_in_maps()
    {
        var where = riak.New("maps");
        var change = new RiakMapUpdate()
            .Increment("passes@eu", 7).Increment("passes@eu", -2).Update("clubs", new RiakSetUpdate().Add("ajax"))
            .Assign("name", "Åse Ødegård").Flag("captain", true).Flag("injured", false)
            .Update("2018", new RiakMapUpdate().Increment("goals", 4).Update("cup", new RiakMapUpdate().Assign("round", "final")));
        await riak.Client.UpdateMapAsync(where, change);
        var map = (await riak.Client.FetchMapAsync(where, RiakFetchOptions.AllReplicas))!;
        Assert.Equal(5, map.Counters["passes@eu"]);
        Assert.Equal(["ajax"], map.Sets["clubs"].Texts);
        Assert.Equal("Åse Ødegård", map.RegisterText("name"));
        Assert.Equal((true, false), (map.Flags["captain"], map.Flags["injured"]));
        Assert.Equal(4, map.Maps["2018"].Counters["goals"]);
        Assert.Equal("final", map.Maps["2018"].Maps["cup"].RegisterText("round"));
    }

    [Fact]
    public async Task A_field_is_removed_with_the_context_unless_it_changed_since()
    {
        var where = riak.New("maps");
        await riak.Client.UpdateMapAsync(where, new RiakMapUpdate().Increment("goals", 1).Increment("cards", 1));
        var seen = (await riak.Client.FetchMapAsync(where))!.Context;
        await riak.Client.UpdateMapAsync(where, new RiakMapUpdate().Increment("goals", 1));
        var removal = new RiakMapUpdate().Remove("goals", RiakMapFieldType.Counter).Remove("cards", RiakMapFieldType.Counter);
        await riak.Client.UpdateMapAsync(where, removal, new() { Context = seen });
        Assert.Equal(["goals"], (await riak.Client.FetchMapAsync(where))!.Counters.Keys);
    }

    [Fact]
    public async Task A_hyperloglog_counts_different_members()
    {
        var where = riak.New("hlls");
        Assert.Null(await riak.Client.FetchHllAsync(where));
        await riak.Client.UpdateHllAsync(where, ["u1", "u2", "u1"]);
        Assert.Equal(3ul, (await riak.Client.UpdateHllAsync(where, ["u3", "u2"], Returning)).Value);
        Assert.Equal(3ul, await riak.Client.FetchHllAsync(where));
    }

    [Theory]
    [InlineData("nosuch", RiakErrorKind.UnknownBucketType)]
    [InlineData("sets", RiakErrorKind.TypeMismatch)]
    [InlineData("siblings", RiakErrorKind.TypeMismatch)]
    public async Task A_wrong_bucket_type_is_told_with_what_to_do(string bucketType, RiakErrorKind kind)
    {
        foreach (var call in new Func<Task>[]
        {
            () => riak.Client.UpdateCounterAsync(riak.New(bucketType), 1),
            () => riak.Client.FetchCounterAsync(riak.New(bucketType)),
        })
        {
            var refused = await Assert.ThrowsAsync<RiakServerException>(call);
            Assert.Equal(kind, refused.Kind);
            Assert.Contains("riak admin bucket-type create", refused.Message, StringComparison.Ordinal);
        }
    }
}
