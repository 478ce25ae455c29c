using System.Text.Json.Serialization;

namespace Orleans.Runtime.Membership;

/// <summary>
/// A row's JSON, in the members and the order of the official package, which reads what this one writes and the other way round. The time of the
/// last heartbeat is a node of its own.
/// </summary>
internal sealed record MembershipRow
{
    public required SiloAddressValue SiloAddress { get; init; }

    public string? HostName { get; init; }

    public string? SiloName { get; init; }

    /// <summary>The name before Orleans 2, still written and read where <see cref="SiloName"/> is missing.</summary>
    public string? InstanceName { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<SiloStatus>))]
    public required SiloStatus Status { get; init; }

    public required int ProxyPort { get; init; }

    public required DateTime StartTime { get; init; }

    public IReadOnlyList<SuspectTimeValue>? SuspectTimes { get; init; }

    internal static MembershipRow From(MembershipEntry entry) => new()
    {
        SiloAddress = SiloAddressValue.From(entry.SiloAddress),
        HostName = entry.HostName,
        SiloName = entry.SiloName,
        InstanceName = entry.SiloName,
        Status = entry.Status,
        ProxyPort = entry.ProxyPort,
        StartTime = entry.StartTime,
        SuspectTimes = entry.SuspectTimes?.ConvertAll(suspect => new SuspectTimeValue(SiloAddressValue.From(suspect.Item1), suspect.Item2)),
    };

    internal MembershipEntry ToEntry(DateTime lastHeartbeat) => new()
    {
        SiloAddress = SiloAddress.ToAddress(),
        HostName = HostName!,
        SiloName = (SiloName ?? InstanceName)!,
        Status = Status,
        ProxyPort = ProxyPort,
        StartTime = StartTime,
        SuspectTimes = SuspectTimes?.Select(suspect => Tuple.Create(suspect.Item1.ToAddress(), suspect.Item2)).ToList(),
        IAmAliveTime = lastHeartbeat,
    };
}
