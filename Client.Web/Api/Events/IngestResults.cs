using System.Collections.Immutable;
using ShellCorp.Ingest;

namespace ShellCorp.Web.Api.Events;

/// <summary>Turns the answers to single events into one HTTP answer.</summary>
internal static class IngestResults
{
    /// <summary>
    /// 202 when all are accepted, 400 when all are rejected, 503 when the log's answer is missing for any, 429 when any is deferred, else 207.
    /// </summary>
    public static IngestResult Of(ImmutableArray<IngestItem> items)
    {
        int Count(IngestStatus status) => items.Count(item => item.Status == status);
        var (accepted, rejected, deferred, unknown) =
            (Count(IngestStatus.Accepted), Count(IngestStatus.Rejected), Count(IngestStatus.Deferred), Count(IngestStatus.Unknown));
        var (status, type, title, detail) = (accepted, rejected, deferred, unknown) switch
        {
            (_, _, _, > 0) => (503, "log-unavailable", "The log didn't answer", "Events marked unknown may be written or not: send them again with the same ids after Retry-After."),
            (_, _, > 0, _) => (429, "overload", "Too much load", "Events marked deferred weren't taken: send them again after Retry-After."),
            (0, > 0, _, _) => (400, "rejected", "Every event was rejected", "See the errors of each item; sending them again unchanged is of no use."),
            (_, > 0, _, _) => (207, "partly-rejected", "Some events were rejected", "See the errors of each rejected item; the others are accepted."),
            _ => (202, null, null, null),
        };
        return new()
        {
            Type = type is null ? null : $"urn:shellcorp:problem:{type}",
            Title = title,
            Status = status,
            Detail = detail,
            Accepted = accepted,
            Rejected = rejected,
            Deferred = deferred,
            Unknown = unknown,
            Items = items,
        };
    }
}
