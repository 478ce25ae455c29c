using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using ShellCorp.Events;
using ShellCorp.Events.Json;

namespace ShellCorp.Web.Api.OpenApi;

/// <summary>What the body of an ingest endpoint holds, for the OpenAPI document. The names come from those that the reader knows.</summary>
/// <param name="Name">The schema's name.</param>
/// <param name="Schema">One event.</param>
/// <param name="Example">A valid body.</param>
internal sealed record EventSchema(string Name, OpenApiSchema Schema, JsonNode Example)
{
    public static EventSchema PlayerUpdate { get; } = new("PlayerUpdate", Event(
        ["matchId", "playerId", "kind", "minute"],
        new()
        {
            ["playerId"] = Id("Whom it is credited to."),
            ["kind"] = Names(WireNames.Actions.All.Where(a => a.Value < PlayerAction.CameOn).Select(a => a.Name), "What happened."),
            ["outcome"] = Names(WireNames.Outcomes.All.Select(o => o.Name), "How it ended for the player."),
            ["qualifiers"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Array, Items = Names(WireNames.Qualifiers.All.Select(q => q.Name), ""), Description = "Closer circumstances.",
            },
            ["x"] = Percent("Where: per cent of the length, 100 is the opponents' goal line. With y or not at all."),
            ["y"] = Percent("Where: per cent of the width, 0 is left."),
            ["endX"] = Percent("Where the ball went. With endY or not at all."),
            ["endY"] = Percent("Where the ball went."),
        }), JsonNode.Parse("""
        [{"id":"feed-7/12041","matchId":900001,"playerId":90012,"teamId":9001,"kind":"pass","outcome":"success","qualifiers":["keyPass"],
          "period":"1H","minute":12,"second":4,"x":61.5,"y":40,"endX":88,"endY":52,"time":"2026-08-01T15:12:04Z"}]
        """)!);

    public static EventSchema MatchUpdate { get; } = new("MatchUpdate", Event(
        ["matchId", "kind"],
        new()
        {
            ["playerId"] = Id("The scorer, the one carded, the one who goes off."),
            ["playerInId"] = Id("The one who comes on."),
            ["kind"] = Names(WireNames.Facts.All.Select(f => f.Name), "What happened."),
            ["sheet"] = new OpenApiSchema { Type = JsonSchemaType.Object, Description = "Both squads; required for lineUp. See docs/events.md." },
        }), JsonNode.Parse("""
        {"id":"feed-7/goal-1","matchId":900001,"kind":"goal","teamId":9001,"playerId":90012,"period":"2H","minute":63,"second":10}
        """)!);

    private static OpenApiSchema Event(ImmutableHashSet<string> required, Dictionary<string, IOpenApiSchema> own)
    {
        own["id"] = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = EventValidator.MaxIdLength, Description = "The event's identity; made and returned where absent." };
        own["time"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time", Description = "When it happened; now where absent." };
        own["matchId"] = Id("The match.");
        own["teamId"] = Id("The acting team.");
        own["period"] = Names(WireNames.Periods.All.Select(p => p.Name), "Told by the minute where absent; stoppage time needs it.");
        own["minute"] = Integer("Minutes on the clock since kick-off; 45+2 is 47 in 1H.", 0, EventValidator.MaxMinute);
        own["second"] = Integer("Second in that minute.", 0, 59);
        return new() { Type = JsonSchemaType.Object, Properties = own, Required = required.ToHashSet() };
    }

    private static OpenApiSchema Id(string description) =>
        new() { Type = JsonSchemaType.Integer, Format = "int64", Minimum = "1", Description = description };

    private static OpenApiSchema Integer(string description, int minimum, int maximum) => new()
    {
        Type = JsonSchemaType.Integer,
        Minimum = minimum.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Maximum = maximum.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Description = description,
    };

    private static OpenApiSchema Percent(string description) =>
        new() { Type = JsonSchemaType.Number, Minimum = "0", Maximum = "100", Description = description };

    private static OpenApiSchema Names(IEnumerable<string> names, string description) =>
        new() { Type = JsonSchemaType.String, Enum = [.. names.Select(n => JsonValue.Create(n)!)], Description = description };
}
