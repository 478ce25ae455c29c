using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using ShellCorp.Silo.Operations;

namespace ShellCorp.Silo.Projection;

/// <summary>What this silo's projector tells of itself, and its metrics.</summary>
public sealed class ProjectorStatus
{
    private readonly Counter<long> _rows;
    private readonly Counter<long> _deadLetters;
    private volatile ImmutableArray<ProjectedPartitionStatus>[] _partitions = [[]];
    private volatile ProjectorFailure? _failure;

    /// <summary>Makes the metrics.</summary>
    public ProjectorStatus(IMeterFactory meters)
    {
#pragma warning disable CA2000 // The factory owns the meters it makes and disposes them with the host.
        var meter = meters.Create(SiloOperations.SourceName);
#pragma warning restore CA2000
        _rows = meter.CreateCounter<long>("shellcorp.projection.records", "{record}", "Records projected, by what they say.");
        _deadLetters = meter.CreateCounter<long>("shellcorp.projection.dead_lettered", "{record}", "Records that can't be read and went to the dead letters.");
        meter.CreateObservableGauge("shellcorp.projection.lag", Measure, "{record}", "Records of a partition that wait for the projector on this silo.");
    }

    /// <summary>The partitions that this silo has.</summary>
    public ImmutableArray<ProjectedPartitionStatus> Partitions => _partitions[0];

    /// <summary>What fails, and since when; null while nothing does.</summary>
    public ProjectorFailure? Failure => _failure;

    internal void Tell(IEnumerable<ProjectedPartition> partitions) => _partitions = [[.. partitions.Select(partition => partition.ToStatus())]];

    internal void Fails(Exception reason, DateTimeOffset now) => _failure = new(_failure?.Since ?? now, reason.Message);

    internal void Works() => _failure = null;

    internal void Projected(int ratings, int facts, int refused)
    {
        _rows.Add(ratings, new KeyValuePair<string, object?>("kind", "rating"));
        _rows.Add(facts, new KeyValuePair<string, object?>("kind", "fact"));
        _deadLetters.Add(refused);
    }

    private IEnumerable<Measurement<long>> Measure() => Partitions.Select(partition => new Measurement<long>(
        partition.Lag, new KeyValuePair<string, object?>("topic", partition.Topic), new KeyValuePair<string, object?>("partition", partition.Partition)));
}
