using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using ShellCorp.Feeds.Wyscout;

namespace ShellCorp.Feeds.Tests.Wyscout;

/// <summary>
/// The World Cup of 2018 (Pappalardo et al., doi:10.6084/m9.figshare.c.4415000, CC BY 4.0), where <c>shared/data</c> stands beside the
/// checkout; it isn't part of the repository.
/// </summary>
internal static class Tournament
{
    public const int Matches = 64;
    private const string Folder = "shared/data/wyscout-worldcup2018";

    /// <summary>The data's folder; skips the test where there is none.</summary>
    public static string Require()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var data = Path.Combine(folder.FullName, Folder);
            if (Directory.Exists(data))
                return data;
        }

        Assert.Skip($"There is no {Folder} in any folder above the tests.");
        return "";
    }

    public static IAsyncEnumerable<FeedMatch> ReadAsync() => new WyscoutFeed(Require()).ReadAsync(TestContext.Current.CancellationToken);

    /// <summary>Goals in play by the official report, extra time included.</summary>
    public static Dictionary<(MatchId Match, TeamId Team), int> OfficialScores()
    {
        using var gzip = new GZipStream(File.OpenRead(Path.Combine(Require(), "matches.json.gz")), CompressionMode.Decompress);
        using var document = JsonDocument.Parse(gzip);
        var scores = new Dictionary<(MatchId, TeamId), int>();
        foreach (var match in document.RootElement.EnumerateArray())
        {
            var score = match.GetProperty("duration").GetString() == "Regular" ? "score" : "scoreET";
            foreach (var team in match.GetProperty("teamsData").EnumerateObject())
            {
                scores.Add(
                    (new(match.GetProperty("wyId").GetInt64()), new(team.Value.GetProperty("teamId").GetInt64())), team.Value.GetProperty(score).GetInt32());
            }
        }

        return scores;
    }

    /// <summary>PlayeRank's scores and minutes (doi:10.6084/m9.figshare.9361148, CC BY 4.0).</summary>
    public static Dictionary<(MatchId Match, PlayerId Player), (double Score, int Minutes)> PlayeRank()
    {
        var ranks = new Dictionary<(MatchId, PlayerId), (double, int)>();
        foreach (var line in File.ReadLines(Path.Combine(Require(), "playerank.csv")).Skip(1))
        {
            var fields = line.Split(',');
            ranks[(new(Number(fields[2])), new(Number(fields[3])))] = (double.Parse(fields[1], CultureInfo.InvariantCulture), (int)Number(fields[5]));
        }

        return ranks;

        static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
    }
}
