using System.Collections.Immutable;
using ShellCorp.Events;

namespace ShellCorp.Grains.Delivery;

/// <summary>Turns what is wrong with an event into the exception that takes its record to the dead-letter topic.</summary>
internal static class Refusal
{
    /// <summary>Refuses an event if anything is wrong with it.</summary>
    /// <exception cref="EventRefusedException">There are errors.</exception>
    public static void ThrowIfAny(string eventId, ImmutableArray<FieldError> errors)
    {
        if (!errors.IsEmpty)
            throw new EventRefusedException(eventId, errors);
    }

    /// <summary>Refuses an event that stands under another grain's key: order and state belong to the key's grain alone.</summary>
    /// <exception cref="EventRefusedException">The keys differ.</exception>
    public static void ThrowIfOther(string eventId, string field, long value, long key)
    {
        if (value != key)
            throw new EventRefusedException(eventId, [new(field, $"{value}", $"must be the record's key, which is {key}")]);
    }

    /// <summary>Refuses a delivery that would apply more events of a match than <see cref="AppliedEvents.Limit"/>.</summary>
    /// <exception cref="EventRefusedException">There are more.</exception>
    public static void ThrowIfOverLimit<T>(Sifted<T> sifted, Func<T, string> id, MatchId match)
    {
        if (!sifted.Fresh.IsEmpty && sifted.Next.Count > AppliedEvents.Limit)
            throw new EventRefusedException(id(sifted.Fresh[^1]), [new("matchId", $"{match}", $"has the most events applied that one key may have, {AppliedEvents.Limit}")]);
    }
}
