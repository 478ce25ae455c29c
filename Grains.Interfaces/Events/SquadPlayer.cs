namespace ShellCorp.Events;

/// <summary>A player in a squad.</summary>
[GenerateSerializer, Immutable, Alias("shellcorp.squad-player.v1")]
public sealed record SquadPlayer
{
    /// <summary>The player.</summary>
    [Id(0)] public required PlayerId PlayerId { get; init; }

    /// <summary>The name to show.</summary>
    [Id(1)] public required string Name { get; init; }

    /// <summary>The player's line.</summary>
    [Id(2)] public required PlayerRole Role { get; init; }

    /// <summary>True for the eleven that start, false for the bench.</summary>
    [Id(3)] public required bool Starts { get; init; }
}
