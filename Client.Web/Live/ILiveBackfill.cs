using ShellCorp.Live;

namespace ShellCorp.Web.Live;

/// <summary>Finds matches that the hub's snapshot doesn't tell of: played before it was activated, or scheduled.</summary>
public interface ILiveBackfill
{
    /// <summary>What is missing from the state, best effort: what can't be read now is left out and logged.</summary>
    Task<LiveChanges> TryReadAsync(LiveState known, CancellationToken cancellationToken);
}
