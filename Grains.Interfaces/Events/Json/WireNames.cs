using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ShellCorp.Market;

namespace ShellCorp.Events.Json;

/// <summary>The names by which JSON calls the members of our enumerations.</summary>
public static class WireNames
{
    /// <summary>Kinds of player updates.</summary>
    public static WireNames<PlayerAction> Actions { get; } = Of(WireNameContext.Default.PlayerAction);

    /// <summary>Kinds of match updates.</summary>
    public static WireNames<MatchFact> Facts { get; } = Of(WireNameContext.Default.MatchFact);

    /// <summary>Periods.</summary>
    public static WireNames<MatchPeriod> Periods { get; } = Of(WireNameContext.Default.MatchPeriod);

    /// <summary>Roles.</summary>
    public static WireNames<PlayerRole> Roles { get; } = Of(WireNameContext.Default.PlayerRole);

    /// <summary>Outcomes.</summary>
    public static WireNames<ActionOutcome> Outcomes { get; } = Of(WireNameContext.Default.ActionOutcome);

    /// <summary>Kinds of attention.</summary>
    public static WireNames<AttentionKind> Attention { get; } = Of(WireNameContext.Default.AttentionKind);

    /// <summary>Kinds of events of the market.</summary>
    public static WireNames<MarketEventKind> MarketEvents { get; } = Of(WireNameContext.Default.MarketEventKind);

    /// <summary>Qualifiers, <see cref="ActionQualifiers.None"/> left out.</summary>
    public static WireNames<ActionQualifiers> Qualifiers { get; } = new(
        Enum.GetValues<ActionQualifiers>()
            .Where(qualifier => qualifier != ActionQualifiers.None)
            .Select(qualifier => (qualifier, JsonNamingPolicy.CamelCase.ConvertName(qualifier.ToString()))));

    private static WireNames<T> Of<T>(JsonTypeInfo<T> type)
        where T : struct, Enum =>
        new(Enum.GetValues<T>().Select(value => (value, JsonSerializer.SerializeToElement(value, type).GetString()!)));
}
