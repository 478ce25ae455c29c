using ShellCorp.AppHost.Reports;
using ShellCorp.Events;

namespace ShellCorp.Cluster.Tests.Systems;

/// <summary>Holds a run's report against what the test counted itself.</summary>
internal static class ReportChecks
{
    public static void MustBe(this RunReport report, List<ExpectedMatch> expected)
    {
        Assert.Equal((report.Events.Read, 0L), (report.Events.Accepted, report.Events.Rejected));
        Assert.Equal(expected.Sum(match => (long)match.PlayerRecords), report.Records[Topics.PlayerUpdates]);
        Assert.Equal(expected.Sum(match => (long)match.MatchRecords), report.Records[Topics.MatchUpdates]);
        Assert.Equal(report.Records[Topics.PlayerUpdates], report.Applied[Topics.PlayerUpdates]);
        Assert.Equal(report.Records[Topics.MatchUpdates], report.Applied[Topics.MatchUpdates]);
        Assert.Equal((0L, 0L, 0L), (report.Duplicates, report.DeadLettered, report.Lag));
        Assert.Equal(
            expected.Select(match => (match.MatchId.Value, match.HomeScore, match.AwayScore)).Order(),
            report.Matches.Select(match => (match.MatchId, match.HomeScore, match.AwayScore)));
        Assert.Equal(
            Lines(expected),
            report.Ratings.Select(line => (line.MatchId, line.PlayerId, line.Events, line.Version, line.MinutesPlayed, line.Rating)));
    }

    /// <summary>The scores are the official ones of the data's own file, which the feed doesn't read.</summary>
    public static void MustHaveTheScoresOf(this RunReport report, string folder)
    {
        var official = OfficialScores.Read(folder);
        Assert.Equal(
            report.Matches.Select(match => (match.MatchId, official[match.MatchId].Home, official[match.MatchId].Away)),
            report.Matches.Select(match => (match.MatchId, match.HomeScore, match.AwayScore)));
    }

    private static IEnumerable<(long Match, long Player, int Events, int Version, int Minutes, decimal Rating)> Lines(List<ExpectedMatch> expected) =>
        from match in expected
        from player in match.Updates.Keys
        where match.WasOnPitch(player) || match.Events.ContainsKey(player)
        orderby match.MatchId.Value, player.Value
        select (match.MatchId.Value, player.Value, match.Events.GetValueOrDefault(player), match.Updates[player], match.MinutesOf(player),
            match.RatingOf(player) / 100m);
}
