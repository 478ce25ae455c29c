using ShellCorp.Live;

namespace ShellCorp.Grains.Live;

/// <summary>A grain that tells the hub about itself.</summary>
internal interface ILiveSource
{
    /// <summary>What to repeat without a change; null while nothing of it is live.</summary>
    LiveChanges? Heartbeat { get; }

    /// <summary>All that a hub which has heard nothing yet needs to know.</summary>
    Task<LiveChanges> GetAllAsync();
}
