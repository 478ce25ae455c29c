using System.Collections.Immutable;
using ShellCorp.Events.Json;
using ShellCorp.Market;

namespace ShellCorp.Events;

/// <content>Rules for events of the market.</content>
public static partial class EventValidator
{
    /// <summary>What is wrong with an event of the market; empty where nothing is.</summary>
    public static ImmutableArray<FieldError> Validate(MarketEvent happened)
    {
        var errors = new FieldErrors();
        Check(happened, errors);
        return errors.ToImmutable();
    }

    internal static void Check(MarketEvent happened, FieldErrors errors)
    {
        CheckPositive("playerId", happened.PlayerId.Value, errors);
        CheckPositive("sequence", happened.Sequence, errors);
        CheckPositive("agentId", happened.AgentId.Value, errors);
        CheckPositive("clubId", happened.ClubId.Value, errors);
        if (happened.Price < 0)
            errors.Add("price", happened.Price, "must not be negative");

        if (happened.At == default)
            errors.Add("at", null, "is missing");

        CheckDefined("kind", happened.Kind, errors);
        if (!errors.Has("kind"))
            CheckSubject(happened, errors);
    }

    private static void CheckSubject(MarketEvent happened, FieldErrors errors)
    {
        var isPitch = happened.Kind <= MarketEventKind.PitchDeclined;
        var (needed, other) = isPitch ? ("pitchId", "offerId") : ("offerId", "pitchId");
        if (isPitch ? happened.PitchId is null : happened.OfferId is null)
            errors.Add(needed, null, $"is missing; {WireNames.MarketEvents.Of(happened.Kind)} tells it");

        if (isPitch ? happened.OfferId is not null : happened.PitchId is not null)
            errors.Add(other, null, $"must be absent; {WireNames.MarketEvents.Of(happened.Kind)} is about a {(isPitch ? "pitch" : "offer")}");
    }
}
