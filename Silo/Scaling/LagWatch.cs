using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using ShellCorp.Silo.Kafka;
using ShellCorp.Silo.Operations;

namespace ShellCorp.Silo.Scaling;

/// <summary>Asks the brokers every two seconds how far the consumer groups are behind, and keeps the last answer for whoever asks.</summary>
public sealed class LagWatch : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Stale = TimeSpan.FromSeconds(10);
    private readonly LogInspector _inspector;
    private readonly KafkaOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<LagWatch> _logger;
    private volatile Look _last;
    private bool _isFailing;

    public LagWatch(LogInspector inspector, KafkaOptions options, IMeterFactory meters, TimeProvider time, ILogger<LagWatch> logger)
    {
        (_inspector, _options, _time, _logger) = (inspector, options, time, logger);
        _last = new(ImmutableSortedDictionary<string, long>.Empty, "The brokers have not been asked yet.", time.GetTimestamp());
#pragma warning disable CA2000 // The factory owns the meters it makes and disposes them with the host.
        var meter = meters.Create(SiloOperations.SourceName);
#pragma warning restore CA2000
        meter.CreateObservableGauge("shellcorp.log.lag", Measure, "{record}", "Records that a consumer group has not finished.");
    }

    /// <summary>What waits, as last seen; unknown where the last answer is too old.</summary>
    public Backlog Read()
    {
        var (groups, unknown, at) = _last;
        var age = _time.GetElapsedTime(at);
        if (unknown is null && age > Stale)
            unknown = $"The brokers have not answered for {age.TotalSeconds:F0} s.";
        return unknown is null ? new(groups.Values.Sum()) : new(null, unknown);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host waits for what runs before the first await, and brokers may take their time.
        await Task.Yield();
        using var timer = new PeriodicTimer(Interval, _time);
        do
        {
            Take(await LookAsync());
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<(Look Look, Exception? Failure)> LookAsync()
    {
        try
        {
            var groups = ImmutableSortedDictionary.CreateBuilder<string, long>(StringComparer.Ordinal);
            foreach (var group in ConsumedTopics.All(_options))
                groups[group.GroupId] = (await _inspector.GetLagAsync(group)).Values.Sum();
            return (new(groups.ToImmutable(), Unknown: null, _time.GetTimestamp()), null);
        }
        catch (Exception exception)
        {
            return (new(ImmutableSortedDictionary<string, long>.Empty, $"The brokers do not answer: {exception.Message}", _time.GetTimestamp()), exception);
        }
    }

    private void Take((Look Look, Exception? Failure) seen)
    {
        if (seen.Failure is { } failure && !_isFailing)
            _logger.LogLagUnknown(failure);
        else if (seen.Failure is null && _isFailing)
            _logger.LogLagKnown();
        _isFailing = seen.Failure is not null;
        _last = seen.Look;
    }

    private IEnumerable<Measurement<long>> Measure() =>
        _last.Groups.Select(group => new Measurement<long>(group.Value, new KeyValuePair<string, object?>("group", group.Key)));

    private sealed record Look(ImmutableSortedDictionary<string, long> Groups, string? Unknown, long At);
}
