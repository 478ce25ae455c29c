namespace ShellCorp.AppHost.Running;

/// <summary>What the command line asks for.</summary>
public sealed record RunOptions
{
    /// <summary>Where matches come from.</summary>
    public required FeedChoice Feed { get; init; }

    /// <summary>How many matches to play; null for the feed's own number.</summary>
    public int? Matches { get; init; }

    /// <summary>How fast.</summary>
    public required Speed Speed { get; init; }

    /// <summary>How many silos to run in this process.</summary>
    public required int Silos { get; init; }

    /// <summary>The web server's port; 0 for any that is free.</summary>
    public required int Port { get; init; }

    /// <summary>Stop once everything is played and processed.</summary>
    public required bool ExitWhenDone { get; init; }

    /// <summary>Where to write the report; null for none.</summary>
    public FileInfo? Report { get; init; }
}
