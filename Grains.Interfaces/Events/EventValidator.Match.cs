using ShellCorp.Events.Json;

namespace ShellCorp.Events;

/// <content>Rules for facts of a match.</content>
public static partial class EventValidator
{
    internal static void Check(MatchUpdate update, FieldErrors errors)
    {
        CheckEventId(update.Id, errors);
        CheckPositive("matchId", update.MatchId.Value, errors);
        CheckDefined("kind", update.Kind, errors);
        if (update.TeamId is { } team)
            CheckPositive("teamId", team.Value, errors);

        if (update.PlayerId is { } player)
            CheckPositive("playerId", player.Value, errors);

        if (update.PlayerInId is { } playerIn)
            CheckPositive("playerInId", playerIn.Value, errors);

        CheckTime(update.Time, errors);
        if (!errors.Has("kind"))
            CheckKind(update, errors);

        if (update.Sheet is { } sheet)
            CheckSheet(sheet, errors);
    }

    private static void CheckKind(MatchUpdate update, FieldErrors errors)
    {
        var name = WireNames.Facts.Of(update.Kind);
        if (NeedsTeam(update.Kind) && update.TeamId is null)
            errors.Add("teamId", null, $"is missing; {name} needs the acting team");

        if (NeedsPlayer(update.Kind) && update.PlayerId is null)
            errors.Add("playerId", null, $"is missing; {name} needs the player");

        if (update.Kind == MatchFact.Substitution)
            CheckSubstitution(update, errors);

        if (update.Kind == MatchFact.LineUp && update.Sheet is null)
            errors.Add("sheet", null, "is missing; lineUp is about nothing else");

        if (!errors.Has("period"))
            CheckPeriodOfKind(update, name, errors);
    }

    private static void CheckSubstitution(MatchUpdate update, FieldErrors errors)
    {
        if (update.PlayerInId is not { } playerIn)
            errors.Add("playerInId", null, "is missing; substitution needs the one who comes on");
        else if (playerIn == update.PlayerId)
            errors.Add("playerInId", playerIn.ToString(), "is the one who goes off");
    }

    private static void CheckPeriodOfKind(MatchUpdate update, string name, FieldErrors errors)
    {
        var period = WireNames.Periods.Of(update.Time.Period);
        var inShootOut = update.Time.Period == MatchPeriod.ShootOut;
        if (update.Kind is MatchFact.ShootOutScored or MatchFact.ShootOutMissed && !inShootOut)
            errors.Add("period", period, $"{name} belongs to period P, the shoot-out; a penalty in play is a goal or nothing");
        else if (update.Kind is MatchFact.Goal or MatchFact.OwnGoal && inShootOut)
            errors.Add("period", period, $"no {name} in the shoot-out, its kicks are shootOutScored and shootOutMissed");
        else if (update.Kind == MatchFact.FullTime && update.Time.Period == MatchPeriod.FirstHalf)
            errors.Add("period", period, "fullTime tells the last period that was played, 2H, E1, E2 or P");
    }

    private static bool NeedsTeam(MatchFact kind) =>
        kind is MatchFact.Goal or MatchFact.ShootOutScored or MatchFact.ShootOutMissed || NeedsPlayer(kind);

    private static bool NeedsPlayer(MatchFact kind) => kind
        is MatchFact.OwnGoal or MatchFact.YellowCard or MatchFact.SecondYellowCard or MatchFact.RedCard or MatchFact.Substitution;
}
