using ShellCorp.Analytics.Model;

namespace ShellCorp.Analytics.Warehouse;

/// <summary>
/// Where events end up for reports: the tables of <see cref="WarehouseModel"/>. What is loaded and how far the log is loaded (the table
/// <c>load_ledger</c>) change in one transaction, so that a range counts once however often it is sent and whoever sends it.
/// </summary>
public interface IWarehouse
{
    /// <summary>Makes the tables that there aren't, once at start.</summary>
    Task PrepareAsync(CancellationToken cancellationToken);

    /// <summary>The ledger's <c>next</c> of each partition of which something was loaded.</summary>
    Task<IReadOnlyDictionary<LogPartition, long>> GetPositionsAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Loads ranges of different partitions, all or none. After any failure but a refusal the outcome is open: ask <see cref="GetPositionsAsync"/>,
    /// or load the same ranges again.
    /// </summary>
    /// <returns>One outcome a file, in their order.</returns>
    /// <exception cref="RangeRefusedException">A range that the ledger doesn't have doesn't begin at its <c>next</c>; nothing was loaded.</exception>
    Task<IReadOnlyList<LoadOutcome>> LoadAsync(IReadOnlyList<LandedFile> files, CancellationToken cancellationToken);

    /// <summary>Notes that the log no longer has the offsets from the ledger's <c>next</c> (or from 0) to before <paramref name="next"/>.</summary>
    /// <exception cref="RangeRefusedException">The ledger is past them already.</exception>
    Task SkipAsync(LogPartition partition, long next, CancellationToken cancellationToken);

    /// <summary>Takes out what was loaded from these offsets on, so that it can be loaded again from there.</summary>
    Task TrimAsync(IReadOnlyDictionary<LogPartition, long> from, CancellationToken cancellationToken);

    /// <summary>
    /// Reads. The SQL is what DuckDB and Redshift both understand; parameters are <c>$1</c>, <c>$2</c>, …: long, int, double, bool, string, or
    /// DateTime in UTC. Sums are cast to <c>bigint</c> in the text, since engines differ in what they make of them.
    /// </summary>
    Task<QueryResult> QueryAsync(string sql, IReadOnlyList<object> parameters, CancellationToken cancellationToken);
}
