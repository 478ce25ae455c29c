using System.Collections.Immutable;
using ShellCorp.Events.Json;

namespace ShellCorp.Events;

/// <content>Rules for what people do about players.</content>
public static partial class EventValidator
{
    /// <summary>What is wrong with an event of attention; empty where nothing is.</summary>
    public static ImmutableArray<FieldError> Validate(PlayerAttention attention)
    {
        var errors = new FieldErrors();
        Check(attention, errors);
        return errors.ToImmutable();
    }

    internal static void Check(PlayerAttention attention, FieldErrors errors)
    {
        CheckEventId(attention.Id, errors);
        CheckPositive("playerId", attention.PlayerId.Value, errors);
        CheckDefined("kind", attention.Kind, errors);
        CheckName("by", attention.By, errors);
    }
}
