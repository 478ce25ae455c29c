using Riak.DataTypes;
using Riak.Errors;

namespace Riak.Tests.Vectors;

internal static partial class Exchanges
{
    private static Dictionary<string, Func<RiakClient, Task>> Errors => new()
    {
        ["error-unknown-bucket-type"] = async client =>
        {
            var error = await Assert.ThrowsAsync<RiakServerException>(() => client.FetchCounterAsync(In("nosuch")));
            Check(error, RiakErrorKind.UnknownBucketType, "Error no bucket type `<<\"nosuch\">>`");
            Assert.Contains("riak admin bucket-type create", error.Message, StringComparison.Ordinal);
        },
        ["error-type-mismatch"] = async client =>
        {
            var error = await Assert.ThrowsAsync<RiakServerException>(
                () => client.UpdateMapAsync(In("counters"), new RiakMapUpdate().Increment("x", 1)));
            Check(error, RiakErrorKind.TypeMismatch, "Operation type is `map` but  bucket type is `counter`.");
            Assert.Contains("riak admin bucket-type create", error.Message, StringComparison.Ordinal);
        },
        ["error-fetch-untyped-bucket"] = async client => Assert.Null(await client.FetchCounterAsync(In("default"))),
        ["error-r-too-high"] = async client => Check(
            await Assert.ThrowsAsync<RiakServerException>(() => client.FetchCounterAsync(In("counters"), new() { R = RiakQuorum.Of(99) })),
            RiakErrorKind.InvalidQuorum,
            "{n_val_violation,3}"),
        ["error-unknown-message-code"] = async client => Check(
            await Assert.ThrowsAsync<RiakServerException>(() => client.PingAsync()), RiakErrorKind.NotUnderstood, "Unknown message code: 200"),
        // The update was applied before the server failed to answer: it isn't a refusal.
        ["gset-add"] = async client =>
        {
            var unknown = await Assert.ThrowsAsync<RiakOutcomeUnknownException>(() => client.UpdateSetAsync(In("gsets"), new RiakSetUpdate().Add("e1")));
            var error = Assert.IsType<RiakServerException>(unknown.InnerException);
            Assert.Equal(RiakErrorKind.Other, error.Kind);
            Assert.StartsWith("Error processing incoming message: error:function_clause", error.ServerText, StringComparison.Ordinal);
        },
        ["gset-fetch"] = async client =>
            Assert.IsType<AggregateException>((await Assert.ThrowsAsync<RiakUnavailableException>(() => client.FetchSetAsync(In("gsets")))).InnerException),
    };

    private static void Check(RiakServerException error, RiakErrorKind kind, string text) =>
        Assert.Equal((kind, text, 0u), (error.Kind, error.ServerText, error.Code));
}
