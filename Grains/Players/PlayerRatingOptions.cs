namespace ShellCorp.Grains.Players;

/// <summary>How players' ratings are published and kept.</summary>
public sealed class PlayerRatingOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "ShellCorp:Ratings";

    /// <summary>
    /// The least time between two publications of a player's ratings, whatever matches they are of; 250 ms. A batch of updates publishes once and waits for it, so that under load batches
    /// grow and fewer versions are published.
    /// </summary>
    public TimeSpan PublishInterval { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How many matches' ledgers a player keeps in memory; 8. Others are read from storage when they are asked for.</summary>
    public int LedgersInMemory { get; set; } = 8;
}
