using Riak.Errors;
using Riak.KeyValue;

namespace Riak.Tests.Vectors;

internal static partial class Exchanges
{
    private static readonly RiakLocation Score = new("siblings", "scores", "match:1");

    private static Dictionary<string, Func<RiakClient, Task>> KeyValue => new()
    {
        ["kv-get-notfound"] = async client => CheckGet(await client.GetAsync(Score), clock: null),
        ["kv-put-first-if-none-match"] = async client =>
            CheckPut(await client.PutAsync(Score, Json(1), new() { IfNoneMatch = true, ReturnHead = true }), Clock("kv-put-first-if-none-match"), ""),
        ["kv-put-again-if-none-match"] = client => RefusedAsync(client, Json(9), new() { IfNoneMatch = true }, RiakErrorKind.MatchFound),
        ["kv-get"] = async client =>
        {
            var found = await client.GetAsync(Score);
            CheckGet(found, Clock("kv-put-first-if-none-match"), """{"v":1}""");
            Assert.Equal("5Hr2uI6XvHxFS3MKMvLDfn", found.Contents[0].VTag);
            Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1795425476).AddMicroseconds(103441), found.Contents[0].LastModified);
        },
        ["kv-put-with-vclock-return-head"] = async client => CheckPut(
            await client.PutAsync(Score, Json(2), new() { Clock = Clock("kv-put-first-if-none-match"), ReturnHead = true }),
            Clock("kv-put-with-vclock-return-head"), ""),
        ["kv-put-if-not-modified-stale"] = client => RefusedAsync(
            client, Json(3), new() { Clock = Clock("kv-put-first-if-none-match"), IfNotModified = true }, RiakErrorKind.Modified),
        ["kv-put-if-not-modified-current"] = async client => CheckPut(
            await client.PutAsync(
                Score, Json(3), new() { Clock = Clock("kv-put-with-vclock-return-head"), IfNotModified = true, ReturnHead = true }),
            Clock("kv-put-if-not-modified-current"), ""),
        ["kv-put-stale-makes-sibling"] = async client =>
            CheckPut(await client.PutAsync(Score, Json(4), new() { Clock = Clock("kv-put-first-if-none-match") }), clock: null),
        ["kv-get-siblings"] = async client =>
        {
            var found = await client.GetAsync(Score);
            CheckGet(found, Clock("kv-get-siblings"), """{"v":3}""", """{"v":4}""");
            Assert.True(found.HasSiblings);
        },
        ["kv-put-resolves"] = async client => CheckPut(
            await client.PutAsync(Score, Json(5), new() { Clock = Clock("kv-get-siblings"), ReturnBody = true }),
            Clock("kv-put-resolves"), """{"v":5}"""),
        ["kv-get-head"] = async client => CheckGet(await client.GetAsync(Score, new() { HeadOnly = true }), Clock("kv-put-resolves"), ""),
        ["kv-get-resolved"] = async client => CheckGet(await client.GetAsync(Score), Clock("kv-put-resolves"), """{"v":5}"""),
        ["kv-get-if-modified-unchanged"] = async client => CheckGet(
            await client.GetAsync(Score, new() { IfModifiedSince = Clock("kv-put-resolves") }), Clock("kv-put-resolves"), """{"v":5}"""),
        ["kv-get-before-delete"] = async client =>
            CheckGet(await client.GetAsync(Score, new() { PR = RiakQuorum.Majority }), Clock("kv-put-resolves"), """{"v":5}"""),
        ["kv-delete"] = client => client.DeleteAsync(Score, new() { Clock = Clock("kv-put-resolves") }),
        ["kv-get-after-delete"] = async client =>
        {
            var found = await client.GetAsync(Score, new() { WithDeletedClock = true });
            Assert.Empty(found.Contents);
            Assert.StartsWith("6bce", Convert.ToHexStringLower(found.Clock!.ToArray()), StringComparison.Ordinal);
        },
    };

    private static RiakContent Json(int version) => RiakContent.FromText($$"""{"v":{{version}}}""", "application/json");

    /// <summary>The clock of a recorded answer: the bytes after field 2's tag, up to the end.</summary>
    private static RiakClock Clock(string name)
    {
        var response = Recorded(name);
        var start = response.LastIndexOf("6bce61606060", StringComparison.Ordinal);
        return RiakClock.FromBytes(Convert.FromHexString(response[start..]));
    }

    private static async Task RefusedAsync(RiakClient client, RiakContent content, RiakPutOptions options, RiakErrorKind kind) =>
        Assert.Equal(kind, (await Assert.ThrowsAsync<RiakServerException>(() => client.PutAsync(Score, content, options))).Kind);

    private static void CheckGet(RiakObject found, RiakClock? clock, params string[] values)
    {
        Assert.Equal(values, found.Contents.Select(content => content.Text));
        Assert.All(found.Contents, content => Assert.Equal("application/json", content.ContentType));
        Assert.Equal(clock, found.Clock);
        Assert.Equal(values.Length > 0, found.Found);
        Assert.False(found.Unchanged);
    }

    private static void CheckPut(RiakPutResult put, RiakClock? clock, params string[] values)
    {
        Assert.Equal("match:1", put.Key);
        Assert.Equal(values, put.Contents.Select(content => content.Text));
        Assert.Equal(clock, put.Clock);
    }
}
