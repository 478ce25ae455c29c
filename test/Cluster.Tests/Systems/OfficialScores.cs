using System.Globalization;
using System.IO.Compression;
using System.Text.Json;

namespace ShellCorp.Cluster.Tests.Systems;

/// <summary>Goals in play by the official report, extra time included, as <c>matches.json</c> in Wyscout's format has them.</summary>
internal static class OfficialScores
{
    /// <summary>By match; those that weren't played have no score and are left out.</summary>
    public static Dictionary<long, (int Home, int Away)> Read(string folder)
    {
        using var document = JsonDocument.Parse(Open(Path.Combine(folder, "matches.json")));
        return document.RootElement.EnumerateArray()
            .Where(match => match.GetProperty("status").GetString() == "Played")
            .ToDictionary(match => match.GetProperty("wyId").GetInt64(), match => (Goals(match, "home"), Goals(match, "away")));
    }

    private static int Goals(JsonElement match, string side)
    {
        var score = match.GetProperty("duration").GetString() == "Regular" ? "score" : "scoreET";
        var team = match.GetProperty("teamsData").EnumerateObject().Single(team => team.Value.GetProperty("side").GetString() == side).Value;
        // Numbers are strings in places.
        return int.Parse(team.GetProperty(score).ToString(), CultureInfo.InvariantCulture);
    }

    private static Stream Open(string file) =>
        File.Exists(file) ? File.OpenRead(file) : new GZipStream(File.OpenRead(file + ".gz"), CompressionMode.Decompress);
}
