using Riak.DataTypes;

namespace Riak.Tests.Vectors;

internal static partial class Exchanges
{
    private static readonly RiakUpdateOptions Returning = new() { ReturnBody = true };

    private static Dictionary<string, Func<RiakClient, Task>> DataTypes => new()
    {
        ["ping"] = client => client.PingAsync(),
        ["server-info"] = async client => Assert.Equal(new RiakServerInfo("riak@127.0.0.1", "3.2.3"), await client.GetServerInfoAsync()),
        ["counter-fetch-notfound"] = async client => Assert.Null(await client.FetchCounterAsync(In("counters"))),
        ["counter-increment-5"] = async client =>
            Assert.Equal(new RiakUpdated<long?>("p:1", null), await client.UpdateCounterAsync(In("counters"), 5)),
        ["counter-increment-default-return-body"] = async client =>
            Assert.Equal(new RiakUpdated<long?>("p:1", 6), await client.UpdateCounterAsync(In("counters"), null, Returning)),
        ["counter-decrement-3-return-body"] = async client =>
            Assert.Equal(3, (await client.UpdateCounterAsync(In("counters"), -3, Returning)).Value),
        ["counter-fetch"] = async client => Assert.Equal(3, await client.FetchCounterAsync(In("counters"))),
        ["counter-large-return-body"] = async client =>
            Assert.Equal(1L << 40, (await client.UpdateCounterAsync(In("counters", "p:big"), 1L << 40, Returning)).Value),
        ["counter-server-assigned-key"] = async client =>
            Assert.Equal(new RiakUpdated<long?>("3bhTsfnOPSj7mtgJJVbKcZx6kSa", 1), await client.UpdateCounterAsync(In("counters", null), 1, Returning)),
        ["set-add"] = async client =>
        {
            var added = await client.UpdateSetAsync(In("sets", "watchers:1"), new RiakSetUpdate().Add("club:ajax", "club:psv"), Returning);
            Assert.Equal(["club:ajax", "club:psv"], added.Value!.Texts);
            Assert.NotNull(added.Value.Context);
        },
        ["hll-add"] = async client =>
            Assert.Equal(3ul, (await client.UpdateHllAsync(In("hlls", "viewers:1"), ["u1", "u2", "u3"], Returning)).Value),
        ["bucket-type-props-counters"] = async client =>
        {
            var properties = await client.GetBucketTypePropertiesAsync("counters");
            Assert.Equal(("counter", 3, true, false), (properties.DataType, properties.NVal, properties.AllowMult, properties.LastWriteWins));
            Assert.Equal((RiakQuorum.Majority, RiakQuorum.Majority, RiakQuorum.Majority), (properties.R, properties.W, properties.DW));
            Assert.Equal((RiakQuorum.Of(0), RiakQuorum.Of(0), true, false), (properties.PR, properties.PW, properties.NotFoundOk, properties.BasicQuorum));
        },
    };
}
