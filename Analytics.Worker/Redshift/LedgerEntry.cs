using ShellCorp.Analytics.Warehouse;

namespace ShellCorp.Analytics.Redshift;

/// <summary>A row for the ledger.</summary>
/// <param name="Partition">The partition.</param>
/// <param name="First">The range's first offset.</param>
/// <param name="Next">The offset after its last.</param>
/// <param name="Kind"><c>load</c>, or <c>gap</c> for what the log no longer has.</param>
/// <param name="Rows">Rows in the file.</param>
/// <param name="Location">The file.</param>
/// <param name="LastEventAt">The latest moment that an event of the range happened at.</param>
internal sealed record LedgerEntry(LogPartition Partition, long First, long Next, string Kind, long Rows = 0, string Location = "", DateTimeOffset? LastEventAt = null)
{
    public static LedgerEntry Of(LandedFile file) =>
        new(file.Partition, file.FirstOffset, file.NextOffset, "load", file.Rows, file.Location, file.LastEventAt);
}
