using System.Text.Json;
using System.Text.Json.Nodes;
using ShellCorp.Events;
using ShellCorp.Events.Json;

namespace ShellCorp.Grains.Interfaces.Tests.Events;

public sealed class MatchUpdateReaderTests
{
    private const string Sheet = """
        {"competition":"Cup","kickOff":"2018-06-14T15:00:00Z",
         "home":{"teamId":1,"name":"A","squad":[
            {"playerId":11,"name":"a","role":"GKP","starts":true},
            {"playerId":12,"name":"b","role":"DEF","starts":false}]},
         "away":{"teamId":2,"name":"B","squad":[{"playerId":21,"name":"c","role":"MID","starts":true}]}}
        """;

    [Fact]
    public void A_line_up_is_read_whole_and_needs_no_minute()
    {
        var update = Read($$"""{"matchId":1,"kind":"lineUp","sheet":{{Sheet}}}""").Value;

        Assert.NotNull(update?.Sheet);
        Assert.Equal("Cup", update.Sheet.Competition);
        Assert.Equal(new DateTimeOffset(2018, 6, 14, 15, 0, 0, TimeSpan.Zero), update.Sheet.KickOff);
        Assert.Equal((new TeamId(1), "A"), (update.Sheet.Home.TeamId, update.Sheet.Home.Name));
        Assert.Equal(new SquadPlayer { PlayerId = new(12), Name = "b", Role = PlayerRole.Defender, Starts = false }, update.Sheet.Home.Squad[1]);
        Assert.Equal(
            new SquadPlayer { PlayerId = new(21), Name = "c", Role = PlayerRole.Midfielder, Starts = true },
            Assert.Single(update.Sheet.Away.Squad));
    }

    [Theory]
    [InlineData("""{"kind":"goal","minute":3}""", "teamId")]
    [InlineData("""{"kind":"goal","minute":120,"period":"P","teamId":1}""", "period")]
    [InlineData("""{"kind":"ownGoal","minute":3,"teamId":1}""", "playerId")]
    [InlineData("""{"kind":"yellowCard","minute":3,"playerId":1}""", "teamId")]
    [InlineData("""{"kind":"secondYellowCard","minute":3,"teamId":1}""", "playerId")]
    [InlineData("""{"kind":"redCard","minute":3,"teamId":1}""", "playerId")]
    [InlineData("""{"kind":"substitution","minute":3,"teamId":1,"playerId":2}""", "playerInId")]
    [InlineData("""{"kind":"substitution","minute":3,"teamId":1,"playerId":2,"playerInId":2}""", "playerInId")]
    [InlineData("""{"kind":"shootOutScored","minute":120}""", "teamId")]
    [InlineData("""{"kind":"shootOutMissed","minute":119,"period":"E2","teamId":1}""", "period")]
    [InlineData("""{"kind":"periodStart","minute":45}""", "period")]
    [InlineData("""{"kind":"periodEnd","minute":45}""", "period")]
    [InlineData("""{"kind":"fullTime","minute":90}""", "period")]
    [InlineData("""{"kind":"fullTime","minute":45,"period":"1H"}""", "period")]
    [InlineData("""{"kind":"interruption"}""", "minute")]
    [InlineData("""{"kind":"lineUp"}""", "sheet")]
    [InlineData("""{"kind":"lineUp","sheet":[]}""", "sheet")]
    [InlineData("""{"kind":"kickOff","minute":0}""", "kind")]
    [InlineData("""{"minute":0}""", "kind")]
    [InlineData("""{"kind":"goal","minute":3,"teamId":0}""", "teamId")]
    public void What_a_kind_requires_is_told(string json, string field)
    {
        var error = Assert.Single(Read(json.Insert(1, "\"matchId\":1,")).Errors);

        Assert.Equal(field, error.Field);
    }

    [Theory]
    [InlineData("""{"kind":"goal","minute":3,"teamId":1}""", MatchPeriod.FirstHalf)]
    [InlineData("""{"kind":"shootOutScored","minute":121,"teamId":1}""", MatchPeriod.ShootOut)]
    [InlineData("""{"kind":"periodStart","minute":45,"period":"2H"}""", MatchPeriod.SecondHalf)]
    [InlineData("""{"kind":"fullTime","minute":125,"period":"P"}""", MatchPeriod.ShootOut)]
    [InlineData("""{"kind":"interruption","minute":47,"period":"1H"}""", MatchPeriod.FirstHalf)]
    public void What_is_enough_is_accepted(string json, MatchPeriod period)
    {
        var result = Read(json.Insert(1, "\"matchId\":1,"));

        Assert.Empty(result.Errors);
        Assert.Equal(period, result.Value?.Time.Period);
    }

    [Theory]
    [InlineData("competition", "\"\"", "sheet.competition")]
    [InlineData("kickOff", "\"2018-06-14T15:00:00\"", "sheet.kickOff")]
    [InlineData("kickOff", "\"yesterday\"", "sheet.kickOff")]
    [InlineData("home", "null", "sheet.home")]
    [InlineData("away.teamId", "1", "sheet.away.teamId")]
    [InlineData("away.squad", "[]", "sheet.away.squad")]
    [InlineData("away.squad", "{}", "sheet.away.squad")]
    [InlineData("away.squad", "[7]", "sheet.away.squad[0]")]
    [InlineData("away.name", "\" \"", "sheet.away.name")]
    [InlineData("home.name", "\"a\\u0000\"", "sheet.home.name")]
    [InlineData("away.squad.0.playerId", "12", "sheet.away.squad[0].playerId")]
    [InlineData("home.squad.1.playerId", "11", "sheet.home.squad[1].playerId")]
    [InlineData("home.squad.1.role", "\"XYZ\"", "sheet.home.squad[1].role")]
    [InlineData("home.squad.1.starts", "\"no\"", "sheet.home.squad[1].starts")]
    [InlineData("home.squad.0.name", "null", "sheet.home.squad[0].name")]
    public void A_broken_sheet_names_the_place(string place, string value, string field)
    {
        var sheet = JsonNode.Parse(Sheet)!;
        var steps = place.Split('.');
        var parent = steps[..^1].Aggregate(sheet, (node, step) => int.TryParse(step, out var index) ? node[index]! : node[step]!);
        parent[steps[^1]] = JsonNode.Parse(value);

        var result = Read($$"""{"matchId":1,"kind":"lineUp","sheet":{{sheet.ToJsonString()}}}""");

        Assert.Equal([field], result.Errors.Select(error => error.Field));
    }

    [Fact]
    public void Squads_and_starters_are_limited()
    {
        var squad = string.Join(',', Enumerable.Range(1, 61).Select(i => $$"""{"starts":true,"playerId":{{i}},"name":"a","role":"MID"}"""));
        var sheet = JsonNode.Parse(Sheet)!;
        sheet["home"]!["squad"] = JsonNode.Parse($"[{squad}]");
        sheet["away"]!["squad"]![0]!["playerId"] = 100;

        var error = Assert.Single(Read($$"""{"matchId":1,"kind":"lineUp","sheet":{{sheet.ToJsonString()}}}""").Errors);

        Assert.Equal(("sheet.home.squad", "61"), (error.Field, error.Value));
    }

    [Fact]
    public void A_thousand_errors_are_told_as_a_hundred()
    {
        var squad = string.Join(',', Enumerable.Repeat("7", 1000));

        var result = Read($$$$"""{"matchId":1,"kind":"lineUp","sheet":{"home":{"squad":[{{{{squad}}}}]}}}""");

        Assert.Equal(100, result.Errors.Length);
    }

    private static ReadResult<MatchUpdate> Read(string json) =>
        EventReader.ReadMatchUpdate(JsonDocument.Parse(json).RootElement, new EventEnvelope { Id = "m1" });
}
