using ShellCorp.Silo.Kafka;

namespace ShellCorp.AppHost.Running;

/// <summary>
/// Tells when nothing is on its way any more. A record is committed only after all that follows from it is in the log, so once no group has lag
/// twice in a row and no topic grew between the two looks, nothing can be under way between them.
/// </summary>
internal sealed class Quiescence(LogInspector log, KafkaOptions kafka, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits for it. <paramref name="onLag"/> is told the lag at each look.</summary>
    public async Task WaitAsync(Action<long> onLag, CancellationToken cancellationToken)
    {
        long? before = null;
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            var (lag, records) = await LookAsync();
            onLag(lag);
            if (lag == 0 && before == records)
                return;
            before = lag == 0 ? records : null;
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    private async Task<(long Lag, long Records)> LookAsync()
    {
        var lag = 0L;
        foreach (var group in ConsumedTopics.All(kafka))
            lag += (await log.GetLagAsync(group)).Values.Sum();
        var ends = await log.GetEndOffsetsAsync(LogTopics.Events);
        return (lag, ends.Values.Sum());
    }
}
