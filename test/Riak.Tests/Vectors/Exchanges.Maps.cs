using Riak.DataTypes;

namespace Riak.Tests.Vectors;

internal static partial class Exchanges
{
    private static Dictionary<string, Func<RiakClient, Task>> Maps => new()
    {
        ["map-fetch-notfound"] = async client => Assert.Null(await client.FetchMapAsync(In("maps"))),
        ["map-update-counters-and-register"] = async client => Assert.Null((await client.UpdateMapAsync(
            In("maps"), new RiakMapUpdate().Increment("passes", 3).Increment("goals", 1).Assign("seq:eu-1", "1"))).Value),
        ["map-update-return-body"] = async client => CheckCounts(
            (await client.UpdateMapAsync(In("maps"), new RiakMapUpdate().Increment("passes", 2).Assign("seq:eu-1", "2"), Returning)).Value),
        ["map-fetch"] = async client => CheckCounts(await client.FetchMapAsync(In("maps"))),
        ["map-fetch-r-all"] = async client =>
            CheckCounts(await client.FetchMapAsync(In("maps"), new() { R = RiakQuorum.All, PR = RiakQuorum.All })),
        ["map-fetch-r-quorum"] = async client => CheckCounts(await client.FetchMapAsync(In("maps"), new() { R = RiakQuorum.Majority })),
        ["map-update-flag-set-nested"] = async client =>
        {
            var change = new RiakMapUpdate()
                .Flag("captain", true)
                .Update("clubs", new RiakSetUpdate().Add("ajax", "arsenal"))
                .Update("season", new RiakMapUpdate().Increment("goals", 4));
            var map = (await client.UpdateMapAsync(In("maps", "p:2"), change, Returning)).Value!;
            Assert.True(map.Flags["captain"]);
            Assert.Equal(["ajax", "arsenal"], map.Sets["clubs"].Texts);
            Assert.Null(map.Sets["clubs"].Context);
            Assert.Equal(4, map.Maps["season"].Counters["goals"]);
            Assert.NotNull(map.Context);
        },
        ["map-remove-without-context"] = async client =>
            await client.UpdateMapAsync(In("maps"), new RiakMapUpdate().Remove("goals", RiakMapFieldType.Counter)),
        ["map-fetch-no-context"] = async client =>
        {
            var map = await client.FetchMapAsync(In("maps"), new() { IncludeContext = false });
            Assert.Equal(new Dictionary<string, long> { ["passes"] = 5 }, map!.Counters);
            Assert.Null(map.Context);
        },
    };

    private static void CheckCounts(RiakMap? map)
    {
        Assert.NotNull(map);
        Assert.Equal(new Dictionary<string, long> { ["goals"] = 1, ["passes"] = 5 }, map.Counters);
        Assert.Equal("2", map.RegisterText("seq:eu-1"));
        // The context of the recorded answers: an Erlang term, opaque to the client.
        Assert.StartsWith("836c", Convert.ToHexStringLower(map.Context!.ToArray()), StringComparison.Ordinal);
        Assert.Contains(Convert.ToHexStringLower(map.Context.ToArray()), Recorded("map-fetch"), StringComparison.Ordinal);
    }
}
