using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Riak.Errors;
using Riak.KeyValue;
using Riak.Tests.Scripted;

namespace Riak.Tests.Clients;

public sealed class GarbageTests
{
    private static readonly RiakLocation Where = new("siblings", "b", "k");

    [Theory]
    [InlineData("00000000", "0 bytes was announced")]
    [InlineData("7fffffff0a", "2147483647 bytes was announced")]
    [InlineData("ffffffff0a", "4294967295 bytes was announced")]
    [InlineData("485454502f312e3120343030", "Protocol Buffers port")]
    [InlineData("0000000102", "message 2, not 10")]
    [InlineData("000000030a0aff", "can't be read")]
    [InlineData("000000010a00", "1 bytes follow")]
    [InlineData("0000000200ff", "can't be read")]
    public async Task An_answer_that_is_none_is_told_and_its_connection_closed(string answer, string told)
    {
        await using var server = new ScriptedServer(_ => Reply.Hex(answer));
        await using var client = new RiakClient(new() { Hosts = server.Host }, time: new FakeTimeProvider());
        var error = await Assert.ThrowsAsync<RiakProtocolException>(() => client.GetAsync(Where));
        Assert.Contains(told, error.Message, StringComparison.Ordinal);
        await Eventually.ReachAsync("the connection closed", () => server.Open, open => open == 0);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task An_answer_may_be_as_long_as_the_bound_and_no_longer()
    {
        const int Bound = 2000;
        // Frame: length, code 10, content (field 1, 2 bytes of length) with value (field 1, 2 bytes of length).
        foreach (var length in new[] { Bound, Bound + 1 })
        {
            byte[] frame = [0, 0, (byte)(length >> 8), (byte)length, 10, .. Field(length - 1, [.. Field(length - 4, new byte[length - 7])])];
            await using var server = new ScriptedServer(_ => new Reply(frame, Close: false));
            await using var client = new RiakClient(new() { Hosts = server.Host, MaxFrameBytes = Bound }, time: new FakeTimeProvider());
            if (length == Bound)
                Assert.Equal(Bound - 7, Assert.Single((await client.GetAsync(Where)).Contents).Value.Length);
            else
                await Assert.ThrowsAsync<RiakProtocolException>(() => client.GetAsync(Where));
        }
    }

    [Fact]
    public async Task A_request_above_the_bound_is_not_sent()
    {
        await using var server = new ScriptedServer(_ => Reply.Hangup);
        await using var client = new RiakClient(new() { Hosts = server.Host, MaxFrameBytes = 1024 });
        var error = await Assert.ThrowsAsync<ArgumentException>(() => client.PutAsync(Where, new RiakContent { Value = new byte[1024] }));
        Assert.Contains("1024", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, server.Accepted);
    }

    [Fact]
    public async Task Bytes_at_random_never_do_more_than_throw_what_is_documented() => await Gen.Byte.Array[0, 40].SampleAsync(
        async bytes =>
        {
            // A sensible length in front takes the random bytes past the first check.
            byte[] answer = [0, 0, 0, (byte)bytes.Length, .. bytes];
            await using var server = new ScriptedServer(_ => new Reply(answer, Close: true));
            await using var client = new RiakClient(new() { Hosts = server.Host }, time: new FakeTimeProvider());
            await Allowed<RiakException>(() => client.GetAsync(Where));
            await Allowed<RiakOutcomeUnknownException>(() => client.PutAsync(Where, RiakContent.FromText("x")));
        },
        iter: 200,
        threads: 2);

    private static async Task Allowed<T>(Func<Task> call)
        where T : Exception
    {
        // A call that happens to succeed is fine: the bytes were an answer then.
        if (await Record.ExceptionAsync(call) is { } thrown)
            Assert.True(thrown is T or RiakServerException, $"{thrown}");
    }

    // The two length bytes of a field of this total size: its tag, two length bytes, and the rest.
    private static byte[] Field(int total, byte[] content)
    {
        Assert.Equal(total - 3, content.Length);
        return [0x0a, (byte)((content.Length & 0x7f) | 0x80), (byte)(content.Length >> 7), .. content];
    }
}
