namespace Kafka.Embedded;

public sealed partial class EmbeddedKafka
{
    /// <summary>
    /// What a partition keeps, in bytes of batches as the producer sent them: compressed, with their heads. When a batch would take it
    /// over, the oldest batches are dropped, whole, and whether they were read or not.
    /// </summary>
    public const int RetainedBytesPerPartition = 5 * 1024 * 1024;

    /// <summary>
    /// What a batch of one record takes beyond the record's key, value, and names and values of headers: the head of the batch (61
    /// bytes) and the lengths within the record, with room for ten headers.
    /// </summary>
    public const int OverheadOfLoneRecord = 100;

    /// <summary>
    /// How many records a partition keeps at the least: when each is sent in a batch of its own, which nearly undoes compression.
    /// A host that holds its producers back while a group is further behind than this never loses a record to retention.
    /// </summary>
    /// <param name="recordBytes">Key, value, and names and values of headers, uncompressed.</param>
    public static int LeastRetainedRecords(int recordBytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(recordBytes);
        return RetainedBytesPerPartition / (OverheadOfLoneRecord + recordBytes);
    }
}
