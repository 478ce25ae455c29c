namespace ShellCorp.Market;

/// <summary>What a club offers.</summary>
[GenerateSerializer, Immutable, Alias("shellcorp.offer-draft.v1")]
public sealed record OfferDraft
{
    /// <summary>The player; some agent must represent them.</summary>
    [Id(0)] public required PlayerId PlayerId { get; init; }

    /// <summary>To buy, or to take on loan.</summary>
    [Id(1)] public required Deal Deal { get; init; }

    /// <summary>What the club would pay, in its currency's whole units: 0 to 1,000,000,000,000.</summary>
    [Id(2)] public required long Fee { get; init; }

    /// <summary>A text for the agent, at most 2,000 characters.</summary>
    [Id(3)] public string Note { get; init; } = "";
}
