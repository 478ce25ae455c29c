namespace ShellCorp.Market;

/// <summary>A message between an agent and a club.</summary>
[GenerateSerializer, Immutable, Alias("shellcorp.market-message.v1")]
public sealed record MarketMessage
{
    /// <summary>Its place in the conversation: 1, 2, 3, … without gaps, in the order in which they were accepted.</summary>
    [Id(0)] public required long Number { get; init; }

    /// <summary>Who wrote it.</summary>
    [Id(1)] public required MarketSide From { get; init; }

    /// <summary>What it says, 1 to 4,000 characters.</summary>
    [Id(2)] public required string Text { get; init; }

    /// <summary>When it was accepted.</summary>
    [Id(3)] public required DateTimeOffset At { get; init; }
}
