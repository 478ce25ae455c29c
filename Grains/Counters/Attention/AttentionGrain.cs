using Microsoft.Extensions.DependencyInjection;
using Orleans.Concurrency;
using ShellCorp.Counters;
using ShellCorp.Events;
using ShellCorp.Grains.Delivery;
using ShellCorp.Grains.Log;
using ShellCorp.Grains.Timing;

namespace ShellCorp.Grains.Counters.Attention;

/// <summary>Writes what people do about players to the log.</summary>
[StatelessWorker, Reentrant]
internal sealed class AttentionGrain(TimedEventLog log, ILogCapacity capacity, [FromKeyedServices(GrainClock.Key)] TimeProvider clock) : Grain, IAttentionGrain
{
    public async Task<TimeSpan?> TellAsync(AttentionKind kind, string by, string id, CancellationToken cancellationToken)
    {
        var attention = new PlayerAttention { Id = id, PlayerId = new(this.GetPrimaryKeyLong()), Kind = kind, By = by, OccurredAt = clock.GetUtcNow() };
        Refusal.ThrowIfAny(id, EventValidator.Validate(attention));
        if (capacity.HoldBack is { } holdBack)
            return holdBack;

        await log.AppendAsync([attention], cancellationToken);
        return null;
    }
}
