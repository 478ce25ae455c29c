using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ShellCorp.Events;
using ShellCorp.Grains.Timing;

namespace ShellCorp.Grains.Log;

/// <summary>The log as grains use it: an append that isn't acknowledged in time fails.</summary>
internal sealed class TimedEventLog(
    IEventLog log, IOptions<EventLogOptions> options, [FromKeyedServices(GrainClock.Key)] TimeProvider clock)
{
    public Task AppendAsync(ImmutableArray<PlayerUpdate> updates, CancellationToken cancellationToken) =>
        WithinAsync(token => log.AppendAsync(updates, token), cancellationToken);

    public Task AppendAsync(ImmutableArray<MatchUpdate> updates, CancellationToken cancellationToken) =>
        WithinAsync(token => log.AppendAsync(updates, token), cancellationToken);

    public Task AppendAsync(ImmutableArray<LiveRatingUpdate> updates, CancellationToken cancellationToken) =>
        WithinAsync(token => log.AppendAsync(updates, token), cancellationToken);

    public Task AppendAsync(ImmutableArray<PlayerAttention> events, CancellationToken cancellationToken) =>
        WithinAsync(token => log.AppendAsync(events, token), cancellationToken);

    private async Task WithinAsync(Func<CancellationToken, Task> append, CancellationToken cancellationToken)
    {
        var timeout = options.Value.AppendTimeout;
        using var timer = new CancellationTokenSource(timeout, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            await append(both.Token);
        }
        catch (OperationCanceledException exception) when (timer.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            // Orleans would take a cancellation for the caller's own.
            throw new TimeoutException($"The log didn't acknowledge within {timeout}.", exception);
        }
    }
}
