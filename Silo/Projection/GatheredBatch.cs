using Confluent.Kafka;
using ShellCorp.Silo.Projection.Tables;

namespace ShellCorp.Silo.Projection;

/// <summary>Records that are projected together, those among them that can't be read included.</summary>
internal sealed class GatheredBatch
{
    private int _records;

    public ProjectionBatch Batch { get; } = new();

    public List<RefusedRecord> Refused { get; } = [];

    public bool IsEmpty => _records == 0;

    public bool IsFull(int most) => _records >= most;

    public void Add(ConsumeResult<byte[]?, byte[]?> record, long since)
    {
        _records++;
        if (!RecordReader.TryRead(record, out var item, out var refused))
            Refused.Add(refused);
        Batch.Add(record.Topic, record.Partition.Value, since, record.Offset.Value, item);
    }
}
