using System.Collections.Immutable;
using ShellCorp.Events;

namespace ShellCorp.Ingest;

/// <summary>
/// The door for events from feeds and users, a stateless worker; one identity (0) stands for all of them. Events are validated and then
/// written to the log; nothing is applied here.
/// </summary>
[Alias("shellcorp.ingest")]
public interface IIngestGrain : IGrainWithIntegerKey
{
    /// <summary>
    /// Validates player updates and writes the valid ones to the log. Answers stand in the order of the events. Accepted means acknowledged
    /// by the log; an event that was accepted may be sent again, it takes effect once.
    /// </summary>
    [Alias("player-updates.v1")]
    Task<IngestReply> IngestAsync(ImmutableArray<PlayerUpdate> updates, CancellationToken cancellationToken);

    /// <summary>The same for facts of matches.</summary>
    [Alias("match-updates.v1")]
    Task<IngestReply> IngestAsync(ImmutableArray<MatchUpdate> updates, CancellationToken cancellationToken);
}
