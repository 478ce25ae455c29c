using System.Collections.Immutable;
using ShellCorp.Events;

namespace ShellCorp.Grains.Log;

/// <summary>
/// The log that everything is fed from and can be replayed from. A call returns once every event is acknowledged by the log. After an
/// exception any part of the events may be written or not; to append them again is safe, since consumers know an event by its id.
/// </summary>
public interface IEventLog
{
    /// <summary>Appends player updates; those of one player keep their order.</summary>
    Task AppendAsync(ImmutableArray<PlayerUpdate> updates, CancellationToken cancellationToken);

    /// <summary>Appends match updates; those of one match keep their order.</summary>
    Task AppendAsync(ImmutableArray<MatchUpdate> updates, CancellationToken cancellationToken);

    /// <summary>Appends live ratings; those of one player keep their order.</summary>
    Task AppendAsync(ImmutableArray<LiveRatingUpdate> updates, CancellationToken cancellationToken);

    /// <summary>Appends what people do about players; events about one player keep their order.</summary>
    Task AppendAsync(ImmutableArray<PlayerAttention> events, CancellationToken cancellationToken);
}
