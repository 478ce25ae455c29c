namespace ShellCorp.Web.Live;

/// <summary>The connection to the live hub, for people.</summary>
/// <param name="Status">How it stands.</param>
/// <param name="LastContact">When the hub was last heard; null before the first time.</param>
public sealed record LiveConnection(LiveStatus Status, DateTimeOffset? LastContact)
{
    /// <summary>Before the first contact.</summary>
    public static LiveConnection Initial { get; } = new(LiveStatus.Connecting, null);
}
