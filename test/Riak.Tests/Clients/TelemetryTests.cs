using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Riak.Errors;
using Riak.Tests.Scripted;

namespace Riak.Tests.Clients;

public sealed class TelemetryTests
{
    [Fact]
    public async Task Calls_are_measured_by_operation_and_outcome()
    {
        var seen = new ConcurrentQueue<(string? Operation, string? Outcome)>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Meter.Name == "Riak.Client")
                    listening.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((_, _, tags, _) => seen.Enqueue((Tag(tags, "operation"), Tag(tags, "outcome"))));
        listener.Start();

        await using var server = new ScriptedServer(_ => Reply.Hex("0000000d1416") with { Close = true });
        await using var client = new RiakClient(new() { Hosts = server.Host });
        await Assert.ThrowsAsync<RiakOutcomeUnknownException>(() => client.ResetBucketPropertiesAsync("telemetry", "b"));

        Assert.Contains(("reset-bucket", nameof(RiakOutcomeUnknownException)), seen);
    }

    private static string? Tag(ReadOnlySpan<KeyValuePair<string, object?>> tags, string name)
    {
        foreach (var tag in tags)
        {
            if (tag.Key == name)
                return tag.Value as string;
        }

        return null;
    }
}
