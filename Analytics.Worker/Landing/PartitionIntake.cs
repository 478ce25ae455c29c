using ShellCorp.Analytics.Warehouse;

namespace ShellCorp.Analytics.Landing;

/// <summary>A partition that this worker reads: what was gathered of it since the ledger's <c>next</c>.</summary>
internal sealed class PartitionIntake(LogPartition partition, long? loaded)
{
    /// <summary>The partition.</summary>
    public LogPartition Partition { get; } = partition;

    /// <summary>The ledger's <c>next</c>: the first offset of what is gathered. Null where nothing was ever loaded or gathered.</summary>
    public long? First { get; private set; } = loaded;

    /// <summary>The offset after the last that was gathered.</summary>
    public long? Next { get; private set; } = loaded;

    /// <summary>The rows gathered.</summary>
    public IIntake Rows { get; } = Intakes.Of(partition.Topic);

    /// <summary>Records gathered, the unreadable ones too.</summary>
    public int Records { get; private set; }

    /// <summary>Whether there is anything to load.</summary>
    public bool HasAny => Records > 0;

    /// <summary>Takes note that a record was gathered, or dead-lettered.</summary>
    public void Passed(long offset)
    {
        First ??= offset;
        Next = offset + 1;
        Records++;
    }

    /// <summary>What was gathered is loaded; or is given up, and reading begins anew at <paramref name="next"/>.</summary>
    public void StartAt(long? next)
    {
        First = next;
        Next = next;
        Records = 0;
        Rows.Clear();
    }
}
