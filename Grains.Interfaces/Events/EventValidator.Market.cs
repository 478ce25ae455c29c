using ShellCorp.Events.Json;
using ShellCorp.Market;

namespace ShellCorp.Events;

/// <content>Events of the market. Kinds that aren't known are let through: names may be added within a major version.</content>
public static partial class EventValidator
{
    /// <summary>The most characters of a market event's kind.</summary>
    public const int MaxMarketKindLength = 40;

    private const int MarketIdLength = 32;

    internal static void Check(MarketEvent market, FieldErrors errors)
    {
        CheckPositive("playerId", market.PlayerId.Value, errors);
        CheckPositive("sequence", market.Sequence, errors);
        CheckName("kind", market.Kind, errors);
        if (market.Kind.Length > MaxMarketKindLength)
            errors.Add("kind", market.Kind, $"has {market.Kind.Length} characters, at most {MaxMarketKindLength} are allowed");

        if (market.AgentId is { } agent)
            CheckPositive("agentId", agent.Value, errors);
        if (market.ClubId is { } club)
            CheckPositive("clubId", club.Value, errors);
        CheckMarketId("pitchId", market.PitchId, errors);
        CheckMarketId("offerId", market.OfferId, errors);
        if (market.Price < 0)
            errors.Add("price", market.Price.Value, "must not be negative");
    }

    private static void CheckMarketId(string field, string? id, FieldErrors errors)
    {
        if (id is not null && (id.Length != MarketIdLength || !id.All(char.IsAsciiHexDigit)))
            errors.Add(field, id, $"must be {MarketIdLength} hexadecimal digits");
    }
}
