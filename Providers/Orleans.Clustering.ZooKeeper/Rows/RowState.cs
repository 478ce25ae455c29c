using System.Globalization;

namespace Orleans.Runtime.Membership;

/// <summary>A row as it was read, with the versions of its nodes.</summary>
internal sealed record RowState(MembershipEntry Entry, int Version, int HeartbeatVersion)
{
    internal Tuple<MembershipEntry, string> ToMember() => Tuple.Create(Entry, Version.ToString(CultureInfo.InvariantCulture));

    /// <summary>Whether nothing was heard of a dead silo since before a time.</summary>
    internal bool IsDefunct(DateTime before) =>
        Entry.Status == SiloStatus.Dead && IsBefore(Entry.StartTime, before) && IsBefore(Entry.IAmAliveTime, before)
        && (Entry.SuspectTimes ?? []).TrueForAll(suspect => IsBefore(suspect.Item2, before));

    // Orleans takes all times of a row as UTC, whatever their kind says.
    private static bool IsBefore(DateTime time, DateTime before) => time.Ticks < before.Ticks;
}
