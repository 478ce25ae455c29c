using System.Collections.Immutable;
using ShellCorp.Events;
using ShellCorp.Ingest;

namespace ShellCorp.Feeds.Tests.Running;

/// <summary>One call of the ingest grain.</summary>
internal sealed record IngestCall(DateTimeOffset At, ImmutableArray<(string Id, MatchId Match)> Events, bool IsFacts)
{
    public IEnumerable<string> Ids => Events.Select(one => one.Id);

    /// <summary>A reply with a status for each event.</summary>
    public IngestReply Reply(Func<string, IngestStatus> statusOf, TimeSpan? retryAfter = null) => new()
    {
        Answers = [.. Ids.Select(id => (Id: id, Status: statusOf(id))).Select(one => new IngestAnswer
        {
            EventId = one.Id,
            Status = one.Status,
            Errors = one.Status == IngestStatus.Rejected ? [new FieldError("minute", "99", "is wrong on purpose")] : [],
        })],
        RetryAfter = retryAfter,
    };
}
