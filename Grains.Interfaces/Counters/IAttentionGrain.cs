using ShellCorp.Events;

namespace ShellCorp.Counters;

/// <summary>Where what people do about a player is told; the key is the <see cref="PlayerId"/>. It is written to the log, from where it is counted.</summary>
[Alias("shellcorp.attention")]
public interface IAttentionGrain : IGrainWithIntegerKey
{
    /// <summary>Tells what somebody did. The log has acknowledged it when this returns; repeated after a failure, it counts once where it has the same id.</summary>
    /// <param name="kind">What.</param>
    /// <param name="by">Who: 1 to 100 printable characters.</param>
    /// <param name="id">The event's identity, at most 200 characters.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Null, or after what time to tell it again, since the log is full.</returns>
    /// <exception cref="EventRefusedException">Says what is wrong with it.</exception>
    [Alias("tell.v1")]
    Task<TimeSpan?> TellAsync(AttentionKind kind, string by, string id, CancellationToken cancellationToken);
}
