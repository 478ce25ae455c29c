using Microsoft.Extensions.Time.Testing;
using Riak.Tests.Scripted;

namespace Riak.Tests.Vectors;

/// <summary>Each recorded exchange through the client: the request must be equal byte for byte, the answer read right.</summary>
public sealed class RecordedExchangeTests
{
    public static TheoryData<string> Names => [.. RecordedVectors.All.Select(vector => vector.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_client_sends_the_recorded_request_and_reads_the_recorded_response(string name)
    {
        var vector = RecordedVectors.Named(name);
        Assert.True(Exchanges.All.TryGetValue(name, out var exchange), $"no call is stated for '{name}'");
        await using var server = new ScriptedServer(_ => vector.Response is null ? Reply.Hangup : Reply.Hex(vector.Response));
        await using var client = new RiakClient(new() { Hosts = server.Host }, time: new FakeTimeProvider());

        await exchange(client);

        if (!Exchanges.NotBuilt.Contains(name))
            Assert.All(server.Requests, request => Assert.Equal(vector.Request, Convert.ToHexStringLower(request)));
        Assert.NotEmpty(server.Requests);
    }

    [Fact]
    public async Task A_conditional_get_sends_the_clock_in_field_7_and_reads_unchanged()
    {
        await using var server = new ScriptedServer(_ => Reply.Hex("000000030a1801"));
        await using var client = new RiakClient(new() { Hosts = server.Host }, time: new FakeTimeProvider());

        var found = await client.GetAsync(new("siblings", "scores", "match:1"), new() { IfModifiedSince = RiakClock.FromBytes([1, 2, 3]) });

        Assert.True(found.Unchanged);
        Assert.False(found.Found);
        Assert.Equal("00000021090a0673636f72657312076d617463683a313a030102036a087369626c696e6773", Convert.ToHexStringLower(server.Requests.Single()));
    }

    [Fact]
    public void Every_call_belongs_to_a_recorded_exchange() =>
        Assert.Empty(Exchanges.All.Keys.Except(RecordedVectors.All.Select(vector => vector.Name)));
}
