using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading.Channels;
using ShellCorp.Events;
using ShellCorp.Ingest;

namespace ShellCorp.Feeds.Tests.Running;

/// <summary>
/// Stands for the ingest grain: keeps to its contract (an answer for each event, in their order; accepted ones are in its log) and answers
/// as the test wants. A log entry is written again when an event is sent again, as it is in Kafka.
/// </summary>
internal sealed class ScriptedIngest(TimeProvider time) : IIngestGrain
{
    private readonly Channel<IngestCall> _calls = Channel.CreateUnbounded<IngestCall>();
    private readonly ConcurrentQueue<IngestCall> _seen = new();

    /// <summary>What becomes of a call; all accepted by default. May throw, as a call does that fails.</summary>
    public Func<IngestCall, Task<IngestReply>> Answer { get; set; } = call => Task.FromResult(call.Reply(_ => IngestStatus.Accepted));

    /// <summary>Every call so far, by the time of its arrival.</summary>
    public IReadOnlyCollection<IngestCall> Calls => _seen;

    public Task<IngestReply> IngestAsync(ImmutableArray<PlayerUpdate> updates, CancellationToken cancellationToken) =>
        TakeAsync(new(time.GetUtcNow(), [.. updates.Select(update => (update.Id, update.MatchId))], IsFacts: false));

    public Task<IngestReply> IngestAsync(ImmutableArray<MatchUpdate> updates, CancellationToken cancellationToken) =>
        TakeAsync(new(time.GetUtcNow(), [.. updates.Select(update => (update.Id, update.MatchId))], IsFacts: true));

    /// <summary>The next call, waited for.</summary>
    public async Task<IngestCall> NextCallAsync() =>
        await _calls.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().OrFail("a further call", () => $"{_seen.Count} calls in all");

    private Task<IngestReply> TakeAsync(IngestCall call)
    {
        _seen.Enqueue(call);
        _calls.Writer.TryWrite(call);
        return Answer(call);
    }
}
