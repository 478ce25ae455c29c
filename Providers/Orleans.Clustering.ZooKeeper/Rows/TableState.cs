using System.Globalization;
using ZooKeeper.Client;

namespace Orleans.Runtime.Membership;

/// <summary>Rows that were all there at one moment, and the table's version at it.</summary>
internal sealed record TableState(int Version, IReadOnlyList<RowState> Rows)
{
    internal MembershipTableData ToTableData() =>
        new(Rows.Select(row => row.ToMember()).ToList(), new(Version, Version.ToString(CultureInfo.InvariantCulture)));

    /// <summary>
    /// Whether no row was written, added or removed between two looks at the table's node: each commit sets its data, each cleanup removes children,
    /// and one that was made anew has another birth.
    /// </summary>
    internal static bool IsSame(NodeStat before, NodeStat after) =>
        (before.CreatedZxid, before.Version, before.ChildrenVersion) == (after.CreatedZxid, after.Version, after.ChildrenVersion);
}
