namespace ShellCorp.Web.Live;

/// <summary>How this server stands with the live hub.</summary>
public enum LiveStatus
{
    /// <summary>Never reached since the start.</summary>
    Connecting,

    /// <summary>Subscribed; what changes arrives.</summary>
    Live,

    /// <summary>The hub didn't answer the last call; what is shown is seconds old.</summary>
    Reconnecting,

    /// <summary>The hub hasn't been heard for longer than people should trust the numbers.</summary>
    Stale,
}
