using System.Collections.Immutable;
using ShellCorp.Events.Json;

namespace ShellCorp.Events;

/// <summary>
/// The rules that an event can be held against by itself, without knowing its match. The same ones hold at the door, for what comes from
/// the log, and in the grains. Fields are named as in the JSON of docs/events.md.
/// </summary>
public static partial class EventValidator
{
    /// <summary>The longest event id, in characters.</summary>
    public const int MaxIdLength = 200;

    /// <summary>The longest name, in characters.</summary>
    public const int MaxNameLength = 100;

    /// <summary>The last minute of the clock.</summary>
    public const int MaxMinute = 150;

    /// <summary>How many minutes the clock may run beyond a period's end.</summary>
    public const int MaxStoppageMinutes = 30;

    /// <summary>The largest squad of a match.</summary>
    public const int MaxSquad = 60;

    /// <summary>The most players of a team that start.</summary>
    public const int MaxStarters = 11;

    private static readonly long KnownQualifiers = Enum.GetValues<ActionQualifiers>().Aggregate(0L, (all, one) => all | (long)one);

    /// <summary>What is wrong with a player update, whether a feed reported it or a match derived it; empty where nothing is.</summary>
    public static ImmutableArray<FieldError> Validate(PlayerUpdate update)
    {
        var errors = new FieldErrors();
        Check(update, errors);
        return errors.ToImmutable();
    }

    /// <summary>
    /// What is wrong with a player update that comes from outside: as <see cref="Validate(PlayerUpdate)"/>, and kinds that only matches derive
    /// are refused.
    /// </summary>
    public static ImmutableArray<FieldError> ValidateReported(PlayerUpdate update)
    {
        var errors = new FieldErrors();
        if (update.IsDerived)
            RefuseDerived(update.Kind, errors);

        Check(update, errors);
        return errors.ToImmutable();
    }

    /// <summary>What is wrong with a match update; empty where nothing is.</summary>
    public static ImmutableArray<FieldError> Validate(MatchUpdate update)
    {
        var errors = new FieldErrors();
        Check(update, errors);
        return errors.ToImmutable();
    }

    /// <summary>What is wrong with a live rating; empty where nothing is.</summary>
    public static ImmutableArray<FieldError> Validate(LiveRatingUpdate update)
    {
        var errors = new FieldErrors();
        Check(update, errors);
        return errors.ToImmutable();
    }

    internal static void RefuseDerived(PlayerAction kind, FieldErrors errors) => errors.Add(
        "kind",
        WireNames.Actions.Of(kind),
        $"the match derives it; goals, cards, substitutions and full time are match updates: send them to {Topics.MatchUpdates}");

    internal static void Check(PlayerUpdate update, FieldErrors errors)
    {
        CheckEventId(update.Id, errors);
        CheckPositive("matchId", update.MatchId.Value, errors);
        CheckPositive("playerId", update.PlayerId.Value, errors);
        if (update.TeamId is { } team)
            CheckPositive("teamId", team.Value, errors);
        else if (update.Kind == PlayerAction.CameOn && !errors.Has("kind"))
            errors.Add("teamId", null, "is missing; cameOn tells the player's team");

        CheckDefined("kind", update.Kind, errors);
        CheckDefined("outcome", update.Outcome, errors);
        CheckDefined("role", update.Role, errors);
        if (((long)update.Qualifiers & ~KnownQualifiers) != 0)
            errors.Add("qualifiers", (long)update.Qualifiers & ~KnownQualifiers, "has bits that stand for no qualifier");

        CheckTime(update.Time, errors);
        CheckPoint("x", "y", update.Start, errors);
        CheckPoint("endX", "endY", update.End, errors);
    }
}
