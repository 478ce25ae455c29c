namespace Orleans.Streaming.Kafka;

/// <summary>Reads what a partition has handed out before.</summary>
internal interface IHistory
{
    /// <summary>Reads a partition from an offset up to another.</summary>
    IHistoryReader Open(string topic, int partition, long from, long end);
}
