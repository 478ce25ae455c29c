namespace ShellCorp.Analytics.Warehouse;

/// <summary>A range of the log as a Parquet file: durable, and the same whenever it is written again.</summary>
public sealed record LandedFile
{
    /// <summary>The partition that it was read from.</summary>
    public required LogPartition Partition { get; init; }

    /// <summary>The range's first offset.</summary>
    public required long FirstOffset { get; init; }

    /// <summary>The offset after its last; above <see cref="FirstOffset"/>.</summary>
    public required long NextOffset { get; init; }

    /// <summary>Rows in the file. Dead letters have none, a line-up has one for each player besides its own.</summary>
    public required long Rows { get; init; }

    /// <summary>The latest moment that an event of the range happened at; null where no record of it could be read.</summary>
    public DateTimeOffset? LastEventAt { get; init; }

    /// <summary>Where the file is: an absolute path, or an <c>s3://</c> address.</summary>
    public required string Location { get; init; }

    /// <summary>Where the file with the windows that the range changed is (<see cref="Model.LandedTables.Windows"/>); null where it changed none.</summary>
    public string? WindowsLocation { get; init; }
}
