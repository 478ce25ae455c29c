using System.Diagnostics;
using System.Text;
using Orleans.Serialization;

namespace Orleans.Streaming.Kafka;

/// <summary>
/// Carries Orleans's request context and the W3C trace context in the headers of records. Text goes as it is, other values in Orleans's
/// own format under another prefix.
/// </summary>
internal sealed class RecordContext(Serializer serializer)
{
    internal const string TextPrefix = "orleans-rc-";
    internal const string BinaryPrefix = "orleans-rcb-";
    internal const string TraceParent = "traceparent";
    internal const string TraceState = "tracestate";

    private const string Baggage = "baggage";

    internal static ActivitySource Source { get; } = new(KafkaStreamMetrics.MeterName);

    internal IEnumerable<KafkaHeader> ToHeaders(IReadOnlyDictionary<string, object>? context)
    {
        foreach (var (name, value) in context ?? new Dictionary<string, object>())
        {
            // Orleans keeps a call's trace and its reentrancy there; neither is the record's.
            if (name is TraceParent or TraceState or Baggage || name.StartsWith('#'))
                continue;
            yield return value is string text
                ? new(TextPrefix + name, Encoding.UTF8.GetBytes(text))
                : new(BinaryPrefix + name, serializer.SerializeToArray<object>(value));
        }
    }

    /// <summary>The request context that a record carries, or null.</summary>
    internal Dictionary<string, object>? FromHeaders(KafkaRecord record)
    {
        Dictionary<string, object>? context = null;
        foreach (var (name, value) in record.Headers)
        {
            if (value is null)
                continue;
            if (name.StartsWith(TextPrefix, StringComparison.Ordinal))
                (context ??= [])[name[TextPrefix.Length..]] = Encoding.UTF8.GetString(value);
            else if (name.StartsWith(BinaryPrefix, StringComparison.Ordinal))
                (context ??= [])[name[BinaryPrefix.Length..]] = serializer.Deserialize<object>(value)!;
            else if (name is TraceParent or TraceState)
                (context ??= [])[name] = Encoding.UTF8.GetString(value);
        }

        return context;
    }

    /// <summary>A span of sending, and the headers that make it the parent of what comes of the record.</summary>
    internal static Activity? StartSend(string topic, List<KafkaHeader> headers)
    {
        var activity = Source.StartActivity($"send {topic}", ActivityKind.Producer);
        activity?.SetTag("messaging.system", "kafka").SetTag("messaging.destination.name", topic);
        DistributedContextPropagator.Current.Inject(activity ?? Activity.Current, headers, (carrier, name, value) =>
        {
            if (name is TraceParent or TraceState)
                ((List<KafkaHeader>)carrier!).Add(new(name, Encoding.UTF8.GetBytes(value)));
        });
        return activity;
    }

    /// <summary>A span of delivering records: a child of the first record's, linked to the others'.</summary>
    internal static Activity? StartDelivery(IReadOnlyList<CachedRecord> records)
    {
        if (!Source.HasListeners())
            return null;
        var contexts = records.Select(ContextOf).OfType<ActivityContext>().ToList();
        var first = records[0].Record;
        var activity = Source.StartActivity(
            ActivityKind.Consumer, ContextOf(records[0]) ?? default, links: contexts.Skip(1).Select(context => new ActivityLink(context)), name: $"process {first.Topic}");
        return activity?
            .SetTag("messaging.system", "kafka")
            .SetTag("messaging.destination.name", first.Topic)
            .SetTag("messaging.destination.partition.id", first.Partition)
            .SetTag("messaging.kafka.offset", first.Offset)
            .SetTag("messaging.batch.message_count", records.Count);
    }

    private static ActivityContext? ContextOf(CachedRecord record)
        => record.Context?.GetValueOrDefault(TraceParent) is string parent
            && ActivityContext.TryParse(parent, record.Context.GetValueOrDefault(TraceState) as string, isRemote: true, out var context)
                ? context
                : null;
}
