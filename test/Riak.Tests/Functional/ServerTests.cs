using Riak.Errors;

namespace Riak.Tests.Functional;

public sealed class ServerTests(RiakTarget riak) : IClassFixture<RiakTarget>
{
    [Fact]
    public async Task A_node_answers_pings_and_says_who_it_is()
    {
        await riak.Client.PingAsync();
        var info = await riak.Client.GetServerInfoAsync();
        Assert.Contains('@', info.Node);
        Assert.Matches(@"^\d+\.\d+", info.Version);
    }

    [Theory]
    [InlineData("counters", "counter")]
    [InlineData("maps", "map")]
    [InlineData("siblings", null)]
    public async Task Properties_of_a_bucket_type_are_read(string bucketType, string? dataType)
    {
        var properties = await riak.Client.GetBucketTypePropertiesAsync(bucketType);
        Assert.Equal((dataType, true), (properties.DataType, properties.AllowMult));
        Assert.InRange(properties.NVal!.Value, 1, 3);
    }

    [Fact]
    public async Task Properties_of_a_bucket_are_changed_and_reset()
    {
        var where = riak.New("siblings");
        await riak.Client.SetBucketPropertiesAsync(where.BucketType, where.Bucket, new() { R = RiakQuorum.One, NotFoundOk = false });
        var changed = await riak.Client.GetBucketPropertiesAsync(where.BucketType, where.Bucket);
        Assert.Equal((RiakQuorum.One, false, true), (changed.R, changed.NotFoundOk, changed.AllowMult));
        await riak.Client.ResetBucketPropertiesAsync(where.BucketType, where.Bucket);
        Assert.Equal(RiakQuorum.Majority, (await riak.Client.GetBucketPropertiesAsync(where.BucketType, where.Bucket)).R);
    }

    [Fact]
    public async Task An_unknown_bucket_type_is_told_with_what_to_do()
    {
        var refused = await Assert.ThrowsAsync<RiakServerException>(() => riak.Client.GetBucketTypePropertiesAsync("nosuch"));
        Assert.Equal(RiakErrorKind.UnknownBucketType, refused.Kind);
        refused = await Assert.ThrowsAsync<RiakServerException>(() => riak.Client.SetBucketPropertiesAsync("nosuch", "b", new() { R = RiakQuorum.One }));
        Assert.Equal(RiakErrorKind.UnknownBucketType, refused.Kind);
    }

    [Fact]
    public async Task A_data_type_can_not_be_changed_afterwards()
    {
        var refused = await Assert.ThrowsAsync<RiakServerException>(
            () => riak.Client.SetBucketTypePropertiesAsync("counters", new() { DataType = "map" }));
        Assert.Equal(RiakErrorKind.InvalidProperties, refused.Kind);
    }

    [Fact]
    public async Task A_quorum_above_the_number_of_replicas_is_refused_also_for_writes()
    {
        var refused = await Assert.ThrowsAsync<RiakServerException>(
            () => riak.Client.UpdateCounterAsync(riak.New("counters"), 1, new() { W = RiakQuorum.Of(99) }));
        Assert.Equal(RiakErrorKind.InvalidQuorum, refused.Kind);
    }

    [Fact]
    public async Task Empty_names_are_refused_before_anything_is_sent()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => riak.Client.GetAsync(new("siblings", "", "k")));
        await Assert.ThrowsAsync<ArgumentException>(() => riak.Client.FetchMapAsync(new("maps", "b", null)));
        await Assert.ThrowsAsync<ArgumentException>(() => riak.Client.UpdateCounterAsync(new("", "b", "k"), 1));
    }
}
