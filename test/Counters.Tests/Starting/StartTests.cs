using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Riak;
using ShellCorp.Counters.Tests.Systems;
using ShellCorp.Silo.Counters;
using ShellCorp.Silo.Hosting;

namespace ShellCorp.Counters.Tests.Starting;

/// <summary>What a silo says of Riak when it starts.</summary>
public sealed class StartTests
{
    [Theory]
    [InlineData("nosuchtype")]
    [InlineData("counters")]
    [InlineData("siblings")]
    public async Task A_bucket_type_that_holds_no_maps_is_refused_with_what_to_do(string bucketType)
    {
        await using var riak = new RiakTarget();
        var refused = await Assert.ThrowsAsync<SettingRefusedException>(() => CheckAsync(riak.Client, bucketType));
        Assert.Contains($"ShellCorp:Riak:BucketType = '{bucketType}'", refused.Message, StringComparison.Ordinal);
        Assert.Contains($"riak admin bucket-type create {bucketType} '{{\"props\":{{\"datatype\":\"map\"}}}}'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_right_bucket_type_is_accepted()
    {
        await using var riak = new RiakTarget();
        await CheckAsync(riak.Client, RiakTarget.BucketType);
    }

    [Fact]
    public async Task Nodes_that_are_away_are_no_reason()
    {
        await using var riak = new RiakTarget();
        riak.Proxy.Cut();
        await CheckAsync(riak.Client, RiakTarget.BucketType);
    }

    private static Task CheckAsync(RiakClient client, string bucketType) => new RiakCountersStart(
        client, Options.Create(new RiakClientOptions()), Options.Create(new RiakCounterOptions { BucketType = bucketType, Region = "eu" }), NullLogger<RiakCountersStart>.Instance)
        .CheckAsync(CancellationToken.None);
}
