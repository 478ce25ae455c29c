namespace ShellCorp.Grains.Counters;

/// <summary>Which fold a counter belongs to. The numbers are stored.</summary>
[GenerateSerializer, Alias("shellcorp.counter-kind")]
public enum CounterKind
{
    /// <summary>A player's matches, by season.</summary>
    Matches = 0,

    /// <summary>What people did about a player.</summary>
    Attention = 1,
}
