namespace ShellCorp.Market;

/// <summary>A club's offer for a player.</summary>
[GenerateSerializer, Immutable, Alias("shellcorp.offer.v1")]
public sealed record Offer
{
    /// <summary>The offer.</summary>
    [Id(0)] public required OfferId OfferId { get; init; }

    /// <summary>Who offers.</summary>
    [Id(1)] public required TeamId ClubId { get; init; }

    /// <summary>Who answers: the player's agent when it was made.</summary>
    [Id(2)] public required AgentId AgentId { get; init; }

    /// <summary>For whom.</summary>
    [Id(3)] public required PlayerId PlayerId { get; init; }

    /// <summary>To buy, or to take on loan.</summary>
    [Id(4)] public required Deal Deal { get; init; }

    /// <summary>The fee as it stands.</summary>
    [Id(5)] public required long Fee { get; init; }

    /// <summary>How it stands.</summary>
    [Id(6)] public required OfferState State { get; init; }

    /// <summary>The number of its latest step: 1, 2, 3, …</summary>
    [Id(7)] public required int Step { get; init; }
}
