using System.Collections.Immutable;
using ShellCorp.Matches;
using ShellCorp.Players;

namespace ShellCorp.Cluster.Tests.Systems;

/// <summary>What the grains say of some matches, in a form that can be compared.</summary>
internal sealed record Outcome(ImmutableSortedDictionary<string, string> Lines, int Applied, int Duplicates)
{
    public static async Task<Outcome> ReadAsync(IGrainFactory grains, IEnumerable<MatchId> matches)
    {
        var lines = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        int applied = 0, duplicates = 0;
        foreach (var match in matches)
        {
            var view = await grains.GetGrain<IMatchGrain>(match.Value).GetViewAsync(CancellationToken.None);
            lines[$"{match}"] = $"{view.Summary.HomeScore}:{view.Summary.AwayScore} {view.Summary.Phase} facts {view.Applied}";
            duplicates += view.Duplicates;
            foreach (var player in view.Ratings.Select(rating => rating.PlayerId))
            {
                var rating = (await grains.GetGrain<IPlayerRatingGrain>(player.Value).GetRatingAsync(match, CancellationToken.None))!;
                lines[$"{match}/{player}"] = Line(rating.Live.Events, rating.Live.Version, rating.Live.MinutesPlayed, rating.Live.RatingHundredths);
                applied += rating.Live.Version;
                duplicates += rating.Duplicates;
            }
        }

        return new(lines.ToImmutable(), applied, duplicates);
    }

    private static string Line(int events, int version, int minutes, int hundredths) => $"events {events} version {version} minutes {minutes} rating {hundredths}";

    /// <summary>Holds the grains against what the test counted itself.</summary>
    public void MustBe(IEnumerable<ExpectedMatch> expected)
    {
        foreach (var match in expected)
        {
            Assert.Equal($"{match.HomeScore}:{match.AwayScore} {MatchPhase.Finished} facts {match.MatchRecords}", Lines[$"{match.MatchId}"]);
            Assert.Equal(
                match.Updates.Keys.Select(player => $"{match.MatchId}/{player}").Order(StringComparer.Ordinal),
                Lines.Keys.Where(key => key.StartsWith($"{match.MatchId}/", StringComparison.Ordinal)));
            foreach (var (player, updates) in match.Updates)
            {
                var line = Line(match.Events.GetValueOrDefault(player), updates, match.MinutesOf(player), match.RatingOf(player));
                Assert.True(line == Lines[$"{match.MatchId}/{player}"], $"Player {player} in match {match.MatchId}: expected {line}, saw {Lines[$"{match.MatchId}/{player}"]}.");
            }
        }
    }
}
