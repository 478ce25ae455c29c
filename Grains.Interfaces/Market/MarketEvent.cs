namespace ShellCorp.Market;

/// <summary>
/// Something that happened in the market about a player. Topic <see cref="Events.Topics.MarketEvents"/>, key = player. A record may stand there
/// again, with the same content: who keeps the highest <see cref="Sequence"/> of each player and drops what isn't above it sees each once, in order.
/// </summary>
[GenerateSerializer, Immutable, Alias("shellcorp.market-event.v1")]
public sealed record MarketEvent
{
    /// <summary>The player; events of one player are in the order of <see cref="Sequence"/>.</summary>
    [Id(0)] public required PlayerId PlayerId { get; init; }

    /// <summary>What happened.</summary>
    [Id(1)] public required MarketEventKind Kind { get; init; }

    /// <summary>1, 2, 3, … without gaps for each player. Who has seen a higher one has seen this.</summary>
    [Id(2)] public long Sequence { get; init; }

    /// <summary>When it happened.</summary>
    [Id(3)] public DateTimeOffset At { get; init; }

    /// <summary>The agent.</summary>
    [Id(4)] public required AgentId AgentId { get; init; }

    /// <summary>The club.</summary>
    [Id(5)] public required TeamId ClubId { get; init; }

    /// <summary>The pitch that it is about; null where it is about an offer.</summary>
    [Id(6)] public PitchId? PitchId { get; init; }

    /// <summary>What the pitch asks, or the offer's fee, in whole units of the club's currency.</summary>
    [Id(7)] public required long Price { get; init; }

    /// <summary>The offer that it is about; null where it is about a pitch.</summary>
    [Id(8)] public OfferId? OfferId { get; init; }

    /// <summary>The event's identity (<c>ce_id</c>).</summary>
    public string Id => FormattableString.Invariant($"market/{PlayerId}/{Sequence}");
}
