using System.Collections.Immutable;
using System.Text.Json;

namespace ShellCorp.Events.Json;

/// <content>Match updates.</content>
public static partial class EventReader
{
    private static readonly SquadPlayer Nobody = new() { PlayerId = default, Name = "", Role = PlayerRole.Unknown, Starts = false };

    private static MatchUpdate ReadMatchUpdate(FieldReader fields, EventEnvelope envelope)
    {
        var kind = fields.Name("kind", WireNames.Facts, required: true);
        var update = new MatchUpdate
        {
            Id = envelope.Id,
            MatchId = new(fields.Integer("matchId", required: true) ?? 0),
            Kind = kind ?? default,
            TeamId = ReadId<TeamId>(fields, "teamId"),
            PlayerId = ReadId<PlayerId>(fields, "playerId"),
            PlayerInId = ReadId<PlayerId>(fields, "playerInId"),
            Time = ReadTimeOfFact(fields, kind),
            Sheet = fields.Object("sheet") is { } sheet ? ReadSheet(new(sheet, "sheet.", fields.Errors)) : null,
            OccurredAt = envelope.Time ?? default,
        };
        EventValidator.Check(update, fields.Errors);
        return update;
    }

    private static MatchTime ReadTimeOfFact(FieldReader fields, MatchFact? kind)
    {
        // Minute 45 ends the first half and starts the second: only the period tells.
        if (kind is MatchFact.PeriodStart or MatchFact.PeriodEnd or MatchFact.FullTime && !fields.Has("period"))
            fields.Errors.Add("period", null, $"is missing; {WireNames.Facts.Of(kind.Value)} needs it");

        MatchPeriod? shootOut = kind is MatchFact.ShootOutScored or MatchFact.ShootOutMissed ? MatchPeriod.ShootOut : null;
        return ReadTime(fields, minuteRequired: kind != MatchFact.LineUp, shootOut);
    }

    private static MatchSheet ReadSheet(FieldReader fields) => new()
    {
        Competition = fields.Text("competition", required: true) ?? "",
        KickOff = fields.Time("kickOff", required: true) ?? default,
        Home = ReadTeam(fields, "home"),
        Away = ReadTeam(fields, "away"),
    };

    private static TeamSheet ReadTeam(FieldReader sheet, string name)
    {
        if (sheet.Object(name, required: true) is not { } team)
            return new() { TeamId = default, Name = "", Squad = [] };

        var fields = new FieldReader(team, $"{sheet.Path}{name}.", sheet.Errors);
        return new()
        {
            TeamId = new(fields.Integer("teamId", required: true) ?? 0),
            Name = fields.Text("name", required: true) ?? "",
            Squad = fields.Array("squad", required: true) is { } squad ? ReadSquad(squad, $"{fields.Path}squad", fields.Errors) : [],
        };
    }

    private static ImmutableArray<SquadPlayer> ReadSquad(JsonElement squad, string path, FieldErrors errors)
    {
        var players = ImmutableArray.CreateBuilder<SquadPlayer>(squad.GetArrayLength());
        foreach (var (index, player) in squad.EnumerateArray().Index())
        {
            if (player.ValueKind != JsonValueKind.Object)
                errors.Add($"{path}[{index}]", FieldReader.Raw(player), "must be an object");

            // What is no object still takes its place, so that later errors count the places right.
            players.Add(player.ValueKind == JsonValueKind.Object ? ReadPlayer(new(player, $"{path}[{index}].", errors)) : Nobody);
        }

        return players.DrainToImmutable();
    }

    private static SquadPlayer ReadPlayer(FieldReader fields) => new()
    {
        PlayerId = new(fields.Integer("playerId", required: true) ?? 0),
        Name = fields.Text("name", required: true) ?? "",
        Role = fields.Name("role", WireNames.Roles, required: true) ?? default,
        Starts = fields.Flag("starts", required: true) ?? false,
    };
}
