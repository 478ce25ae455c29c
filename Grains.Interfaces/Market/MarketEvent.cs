using System.Text.Json.Serialization;

namespace ShellCorp.Market;

/// <summary>Something that happened in the market about a player.</summary>
[GenerateSerializer, Immutable, Alias("shellcorp.market-event.v1")]
public sealed record MarketEvent
{
    /// <summary>The player; events of one player are in the order of <see cref="Sequence"/>.</summary>
    [Id(0)] public required PlayerId PlayerId { get; init; }

    /// <summary>What happened: <c>pitch-sent</c>, <c>pitch-viewed</c>, <c>pitch-interested</c>, <c>pitch-declined</c>,
    /// <c>offer-made</c>, <c>offer-countered</c>, <c>offer-accepted</c>, <c>offer-rejected</c>, <c>offer-withdrawn</c>.</summary>
    [Id(1)] public required string Kind { get; init; }

    /// <summary>1, 2, 3, … without gaps for each player. Who has seen a higher one has seen this.</summary>
    [Id(2)] public long Sequence { get; init; }

    /// <summary>When it happened.</summary>
    [Id(3)] public DateTimeOffset At { get; init; }

    /// <summary>The agent.</summary>
    [Id(4)] public AgentId? AgentId { get; init; }

    /// <summary>The club.</summary>
    [Id(5)] public TeamId? ClubId { get; init; }

    /// <summary>The pitch that it is about, as its 32 hexadecimal digits.</summary>
    [Id(6)] public string? PitchId { get; init; }

    /// <summary>The price asked, in whole units of the club's currency.</summary>
    [Id(7)] public long? Price { get; init; }

    /// <summary>The offer that it is about, as its 32 hexadecimal digits; the price is its fee.</summary>
    [Id(8)] public string? OfferId { get; init; }

    /// <summary>The event's <c>ce_id</c>: who sees it twice has seen one event.</summary>
    [JsonIgnore]
    public string Id => FormattableString.Invariant($"market/{PlayerId}/{Sequence}");
}
