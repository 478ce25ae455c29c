using static Orleans.Clustering.Tests.Tables;

namespace Orleans.Clustering.Tests;

/// <summary>The only one who commits versions, so that it knows what each must be, even where an answer is lost.</summary>
internal sealed class Writer(IMembershipTable table, Stage stage)
{
    private readonly SortedDictionary<string, MembershipEntry> _rows = new(StringComparer.Ordinal);
    private int _version;

    internal History History { get; } = new();

    internal Task InsertAsync(MembershipEntry entry) => CommitAsync(entry, (_, version) => table.InsertRowAsync(entry, version));

    internal Task SuspectAsync(SiloAddress silo, DateTime time)
    {
        var entry = Copy(_rows[silo.ToParsableString()]);
        entry.SuspectTimes = [Tuple.Create(Silo(700), time)];
        return CommitAsync(entry, (etag, version) => table.UpdateRowAsync(entry, etag!, version));
    }

    private async Task CommitAsync(MembershipEntry entry, Func<string?, TableVersion, Task<bool>> commit)
    {
        _rows[entry.SiloAddress.ToParsableString()] = entry;
        History.Note(_version + 1, _rows.Values);
        while (true)
        {
            var current = await stage.PersistAsync(() => table.ReadRowAsync(entry.SiloAddress));
            if (current.Version.Version == _version + 1)
                break;
            Assert.Equal(_version, current.Version.Version);
            await stage.AttemptAsync(() => commit(current.Members.SingleOrDefault()?.Item2, current.Version.Next()), unknown: false);
        }

        _version++;
    }

    private static MembershipEntry Copy(MembershipEntry entry) => new()
    {
        SiloAddress = entry.SiloAddress,
        HostName = entry.HostName,
        SiloName = entry.SiloName,
        Status = entry.Status,
        ProxyPort = entry.ProxyPort,
        StartTime = entry.StartTime,
        IAmAliveTime = entry.IAmAliveTime,
    };
}
