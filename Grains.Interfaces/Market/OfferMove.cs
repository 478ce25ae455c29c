namespace ShellCorp.Market;

/// <summary>What becomes of an offer next.</summary>
[GenerateSerializer, Immutable, Alias("shellcorp.offer-move.v1")]
public sealed record OfferMove
{
    /// <summary>The offer.</summary>
    [Id(0)] public required OfferId OfferId { get; init; }

    /// <summary>The number of the latest step that the mover has seen: a move on what has changed since is refused.</summary>
    [Id(1)] public required int SeenStep { get; init; }

    /// <summary>The state to come to.</summary>
    [Id(2)] public required OfferState To { get; init; }

    /// <summary>The new fee of <see cref="OfferState.Made"/> and <see cref="OfferState.Countered"/>; null for the others, which keep it.</summary>
    [Id(3)] public long? Fee { get; init; }

    /// <summary>A text for the other side, at most 2,000 characters.</summary>
    [Id(4)] public string Note { get; init; } = "";
}
