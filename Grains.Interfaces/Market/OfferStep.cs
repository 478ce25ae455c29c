namespace ShellCorp.Market;

/// <summary>One step of an offer, as it was made; steps are never changed.</summary>
[GenerateSerializer, Immutable, Alias("shellcorp.offer-step.v1")]
public sealed record OfferStep
{
    /// <summary>1, 2, 3, … without gaps.</summary>
    [Id(0)] public required int Number { get; init; }

    /// <summary>Whose step.</summary>
    [Id(1)] public required MarketSide By { get; init; }

    /// <summary>The state that it came to.</summary>
    [Id(2)] public required OfferState State { get; init; }

    /// <summary>The fee from then on.</summary>
    [Id(3)] public required long Fee { get; init; }

    /// <summary>What was said.</summary>
    [Id(4)] public required string Note { get; init; }

    /// <summary>When.</summary>
    [Id(5)] public required DateTimeOffset At { get; init; }
}
