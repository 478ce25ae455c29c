using System.Text.Json;

namespace ShellCorp.Events.Json;

/// <content>Player updates, and what they share with other events.</content>
public static partial class EventReader
{
    private static readonly string ReportedActions = string.Join(
        ", ", WireNames.Actions.All.Where(member => member.Value < PlayerAction.CameOn).Select(member => member.Name));

    private static PlayerUpdate ReadPlayerUpdate(FieldReader fields, EventEnvelope envelope)
    {
        var kind = ReadAction(fields, envelope);
        var update = new PlayerUpdate
        {
            Id = envelope.Id,
            MatchId = new(fields.Integer("matchId", required: true) ?? 0),
            PlayerId = new(fields.Integer("playerId", required: true) ?? 0),
            TeamId = ReadId<TeamId>(fields, "teamId"),
            Kind = kind,
            Outcome = fields.Name("outcome", WireNames.Outcomes) ?? default,
            Qualifiers = ReadQualifiers(fields),
            Time = ReadTime(fields, minuteRequired: true, null),
            Start = ReadPoint(fields, "x", "y"),
            End = ReadPoint(fields, "endX", "endY"),
            Role = fields.Name("role", WireNames.Roles) ?? default,
            OccurredAt = envelope.Time ?? default,
        };
        EventValidator.Check(update, fields.Errors);
        return update;
    }

    private static PlayerAction ReadAction(FieldReader fields, EventEnvelope envelope)
    {
        if (fields.Text("kind", required: true) is not { } name)
            return default;

        if (WireNames.Actions.TryParse(name, out var kind))
        {
            if (kind >= PlayerAction.CameOn && envelope.Source != EventSources.Match)
                EventValidator.RefuseDerived(kind, fields.Errors);

            return kind;
        }

        fields.Errors.Add("kind", name, WireNames.Facts.TryParse(name, out _)
            ? $"is a match update: send it to {Topics.MatchUpdates}"
            : $"is unknown; allowed are {ReportedActions}");
        return default;
    }

    private static T? ReadId<T>(FieldReader fields, string name)
        where T : struct, IId<T> => fields.Integer(name) is { } number ? T.From(number) : null;

    private static ActionQualifiers ReadQualifiers(FieldReader fields)
    {
        var all = ActionQualifiers.None;
        if (fields.Array("qualifiers") is not { } array)
            return all;

        foreach (var (index, item) in array.EnumerateArray().Index())
        {
            if (item.ValueKind == JsonValueKind.String && WireNames.Qualifiers.TryParse(item.GetString()!, out var qualifier))
                all |= qualifier;
            else
                fields.Errors.Add($"qualifiers[{index}]", FieldReader.Raw(item), $"is unknown; allowed are {WireNames.Qualifiers.Listed}");
        }

        return all;
    }

    private static MatchTime ReadTime(FieldReader fields, bool minuteRequired, MatchPeriod? periodUnlessTold)
    {
        var minute = fields.Int32("minute", minuteRequired) ?? 0;
        var period = fields.Name("period", WireNames.Periods) ?? periodUnlessTold ?? MatchTime.PeriodOf(minute);
        return new(period, minute, fields.Int32("second") ?? 0);
    }

    private static PitchPoint? ReadPoint(FieldReader fields, string xField, string yField)
    {
        if (!fields.Has(xField) && !fields.Has(yField))
            return null;

        return new(fields.Number(xField, required: true) ?? 0, fields.Number(yField, required: true) ?? 0);
    }
}
