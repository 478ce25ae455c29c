using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Riak.Requests;

/// <summary>The client's meter and activity source; both are named <c>Riak.Client</c>.</summary>
internal static class RiakTelemetry
{
    public const string Name = "Riak.Client";

    private static readonly Meter Meter = new(Name);
    private static readonly ActivitySource Activities = new(Name);
    private static readonly Histogram<double> Duration =
        Meter.CreateHistogram<double>("riak.client.operation.duration", "s", "Calls, by operation and outcome, repeated reads included");

    public static Measured Start(string operation, TimeProvider time) => new(operation, time);

    /// <summary>One call, measured until it is disposed.</summary>
    internal sealed class Measured(string operation, TimeProvider time) : IDisposable
    {
        private readonly long _since = time.GetTimestamp();
        private readonly Activity? _activity = Activities.StartActivity($"riak {operation}", ActivityKind.Client);

        public string Outcome { get; set; } = "failed";

        public void Dispose()
        {
            Duration.Record(time.GetElapsedTime(_since).TotalSeconds, new("operation", operation), new("outcome", Outcome));
            _activity?.SetTag("outcome", Outcome);
            _activity?.Dispose();
        }
    }
}
