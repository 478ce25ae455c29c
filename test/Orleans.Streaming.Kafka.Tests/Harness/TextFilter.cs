using Orleans.Streams.Filtering;

namespace Orleans.Streaming.Kafka.Tests;

/// <summary>Wants records whose text begins with the subscription's filter data.</summary>
internal sealed class TextFilter : IStreamFilter
{
    internal const string Broken = "broken";

    public bool ShouldDeliver(StreamId streamId, object item, string? filterData)
        => filterData == Broken ? throw new InvalidOperationException("a filter that fails") : ((TestRecord)item).Text.StartsWith(filterData ?? "", StringComparison.Ordinal);
}
