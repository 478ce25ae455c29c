namespace Orleans.Runtime.Membership;

public sealed partial class ZooKeeperBasedMembershipTable
{
    /// <inheritdoc/>
    public Task<MembershipTableData> ReadRow(SiloAddress key) => ReadRowAsync(key, CancellationToken.None);

    /// <inheritdoc/>
    public Task<MembershipTableData> ReadRowAsync(SiloAddress key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        return ToTableDataAsync(_reader.ReadRowAsync(key, cancellationToken));
    }

    /// <inheritdoc/>
    public Task<MembershipTableData> ReadAll() => ReadAllAsync(CancellationToken.None);

    /// <inheritdoc/>
    public Task<MembershipTableData> ReadAllAsync(CancellationToken cancellationToken = default) => ToTableDataAsync(_reader.ReadAllAsync(cancellationToken));

    private static async Task<MembershipTableData> ToTableDataAsync(Task<TableState> reading) => (await reading).ToTableData();
}
