using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using ShellCorp.Events;
using ShellCorp.Ingest;

namespace ShellCorp.Feeds.Running;

/// <summary>
/// Sends events until each is accepted or rejected. What was deferred, or may be written or not, is sent again with the same ids, which takes
/// effect once however often it is written.
/// </summary>
internal sealed partial class IngestSender(
    IIngestGrain ingest, TimeProvider time, FeedRunnerOptions options, FeedCounters counters, ILogger logger)
{
    /// <summary>Sends player updates and returns the ids of those that were rejected.</summary>
    public Task<ImmutableHashSet<string>> SendAsync(ImmutableArray<PlayerUpdate> updates, CancellationToken cancellationToken) =>
        SendAsync(updates, ingest.IngestAsync, cancellationToken);

    /// <summary>Sends match updates and returns the ids of those that were rejected.</summary>
    public Task<ImmutableHashSet<string>> SendAsync(ImmutableArray<MatchUpdate> updates, CancellationToken cancellationToken) =>
        SendAsync(updates, ingest.IngestAsync, cancellationToken);

    private async Task<ImmutableHashSet<string>> SendAsync<T>(
        ImmutableArray<T> events, Func<ImmutableArray<T>, CancellationToken, Task<IngestReply>> send, CancellationToken cancellationToken)
    {
        var rejected = ImmutableHashSet<string>.Empty;
        var backOff = options.FirstBackOff;
        while (!events.IsEmpty)
        {
            var reply = await TryAsync(events, send, cancellationToken);
            if (reply is not null)
            {
                rejected = rejected.Union(Rejected(reply));
                events = Remaining(events, reply);
                if (events.IsEmpty)
                    break;
            }

            counters.EventsSentAgain(events.Length);
            await Task.Delay(PauseAfter(reply, backOff), time, cancellationToken);
            backOff = TimeSpan.FromTicks(Math.Min(backOff.Ticks * 2, options.LongestBackOff.Ticks));
        }

        return rejected;
    }

    /// <summary>The reply, or null where none came: then nobody knows what was written.</summary>
    private async Task<IngestReply?> TryAsync<T>(
        ImmutableArray<T> events, Func<ImmutableArray<T>, CancellationToken, Task<IngestReply>> send, CancellationToken cancellationToken)
    {
        try
        {
            var reply = await send(events, cancellationToken);
            return reply.Answers.Length == events.Length
                ? reply
                : throw new InvalidOperationException($"{events.Length} events were sent and {reply.Answers.Length} answered.");
        }
        catch (Exception exception) when (IsPassing(exception) && !cancellationToken.IsCancellationRequested)
        {
            LogCallFailed(exception, events.Length);
            return null;
        }
    }

    private static ImmutableArray<T> Remaining<T>(ImmutableArray<T> events, IngestReply reply) =>
        [.. events.Where((_, i) => reply.Answers[i].Status is IngestStatus.Deferred or IngestStatus.Unknown)];

    private static TimeSpan PauseAfter(IngestReply? reply, TimeSpan backOff) =>
        reply is { RetryAfter: { } told } && told > TimeSpan.Zero ? told : backOff;

    // What a silo that is leaving, overloaded or out of reach answers. Anything else would fail the same way again.
    private static bool IsPassing(Exception exception) => exception
        is TimeoutException or OrleansException or IOException or System.Net.Sockets.SocketException or OperationCanceledException;

    private List<string> Rejected(IngestReply reply)
    {
        var ids = new List<string>();
        foreach (var answer in reply.Answers.Where(answer => answer.Status == IngestStatus.Rejected))
        {
            ids.Add(answer.EventId);
            var number = counters.CountRejection();
            if (number <= options.LoggedRejections)
                LogRejected(answer.EventId, string.Join("; ", answer.Errors));
            else if (number == options.LoggedRejections + 1)
                LogMoreRejected(options.LoggedRejections);
        }

        return ids;
    }
}
