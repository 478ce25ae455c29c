using System.Globalization;
using ShellCorp.Events;

namespace ShellCorp.Feeds.Tests.Wyscout;

/// <summary>A match of team 1 at home and team 2, with what a test puts into it.</summary>
internal sealed record TrapMatch
{
    private const string Header = "matchId,id,period,eventSec,teamId,playerId,eventId,subEventId,tags,x1,y1,x2,y2";

    public string Home { get; init; } = Formation(Enumerable.Range(101, 11), []);

    public string Away { get; init; } = Formation(Enumerable.Range(201, 11), []);

    public string Players { get; init; } = "[]";

    public string Teams { get; init; } = "[]";

    public static string Formation(IEnumerable<int> lineup, IEnumerable<int> bench, string substitutions = "\"null\"") =>
        $$"""{ "lineup": [{{Listed(lineup)}}], "bench": [{{Listed(bench)}}], "substitutions": {{substitutions}} }""";

    /// <summary>Reads the match with these rows: period, second, team, player, event, sub-event and tags.</summary>
    public async Task<FeedMatch> ReadAsync(params string[] rows)
    {
        var folder = Directory.CreateTempSubdirectory("shellcorp-wyscout-").FullName;
        try
        {
            await WriteAsync("events.csv", string.Join('\n', rows.Index().Select(row => $"9,{row.Index + 1},{row.Item},50,50,40,40").Prepend(Header)));
            await WriteAsync("players.json", Players);
            await WriteAsync("teams.json", Teams);
            await WriteAsync("matches.json", $$"""
                [
                  { "wyId": 8, "dateutc": "to be decided" },
                  {
                    "wyId": 9, "dateutc": "2018-05-01 18:45:00", "duration": "Regular",
                    "teamsData": {
                      "1": { "teamId": 1, "side": "home", "formation": {{Home}} },
                      "2": { "teamId": 2, "side": "away", "formation": {{Away}} }
                    }
                  }
                ]
                """);
            return Assert.Single(await WyscoutFixture.ReadAsync(folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        Task WriteAsync(string file, string text) => File.WriteAllTextAsync(Path.Combine(folder, file), text, TestContext.Current.CancellationToken);
    }

    public static MatchSheet SheetOf(FeedMatch match) => match.Facts(MatchFact.LineUp).Single().Sheet!;

    private static string Listed(IEnumerable<int> players) =>
        string.Join(',', players.Select(player => string.Create(CultureInfo.InvariantCulture, $$"""{ "playerId": {{player}} }""")));
}
