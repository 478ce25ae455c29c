using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Orleans.Clustering.Tests;

/// <summary>
/// Each version's rows as the one writer meant them, noted before it writes: what a reader sees must be one of these. Rows that a cleanup may
/// remove at any time are kept apart.
/// </summary>
internal sealed class History
{
    private readonly ConcurrentDictionary<int, ImmutableSortedDictionary<string, string>> _versions = new();

    internal ImmutableSortedDictionary<string, string> this[int version] => _versions[version];

    internal void Note(int version, IEnumerable<MembershipEntry> rows) =>
        _versions[version] = rows.ToImmutableSortedDictionary(row => row.SiloAddress.ToParsableString(), Tables.Canonical, StringComparer.Ordinal);

    /// <summary>Fails unless the rows, but for those that may be removed, are the version's.</summary>
    internal void Confirm(MembershipTableData seen, IReadOnlySet<string> removable)
    {
        Assert.True(_versions.TryGetValue(seen.Version.Version, out var meant), $"version {seen.Version.Version} was read and never written");
        var rows = seen.Members.ToImmutableSortedDictionary(member => member.Item1.SiloAddress.ToParsableString(), member => Tables.Canonical(member.Item1), StringComparer.Ordinal);
        Assert.Equal(meant.Where(row => !removable.Contains(row.Key)), rows.Where(row => !removable.Contains(row.Key)));
        Assert.All(rows.Where(row => removable.Contains(row.Key)), row => Assert.Equal(meant[row.Key], row.Value));
    }

    /// <summary>Fails unless a row is as in its version, or absent where it may be removed.</summary>
    internal void Confirm(MembershipTableData seen, string address, bool removable)
    {
        Assert.True(_versions.TryGetValue(seen.Version.Version, out var meant), $"version {seen.Version.Version} was read and never written");
        if (seen.Members is [var (entry, _)])
            Assert.Equal(meant[address], Tables.Canonical(entry));
        else
            Assert.True(removable || !meant.ContainsKey(address), $"{address} is missing from version {seen.Version.Version}");
    }
}
