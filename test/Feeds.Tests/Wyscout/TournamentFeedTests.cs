using ShellCorp.Events;
using ShellCorp.Grains.Players.Ratings;

namespace ShellCorp.Feeds.Tests.Wyscout;

/// <summary>The feed on a whole tournament.</summary>
public sealed class TournamentFeedTests
{
    private const int Rows = 101_759;

    [Fact]
    public async Task Every_row_is_exactly_one_step()
    {
        var (matches, rows, ids) = (0, 0, new HashSet<string>());
        await foreach (var match in Tournament.ReadAsync())
        {
            matches++;
            foreach (var step in match.Steps.Where(step => step.IsRow))
            {
                rows++;
                Assert.True(step.PlayerUpdates.Length == 1 || (step.PlayerUpdates.IsEmpty && step.MatchUpdates.Length == 1));
                Assert.All(step.PlayerUpdates, update => Assert.True(ids.Add(update.Id), $"{update.Id} came twice"));
            }

            DoorRules.AssertPassed(match);
            Assert.Equal(match.Steps.OrderBy(step => step.At).Select(step => step.At), match.Steps.Select(step => step.At));
        }

        Assert.Equal((Tournament.Matches, Rows), (matches, rows));
    }

    [Fact]
    public async Task Scores_from_goals_are_the_official_ones()
    {
        var official = Tournament.OfficialScores();
        var told = official.Keys.ToDictionary(key => key, _ => 0);
        await foreach (var match in Tournament.ReadAsync())
        {
            foreach (var fact in match.Facts(MatchFact.Goal, MatchFact.OwnGoal))
            {
                var others = official.Keys.Single(key => key.Match == match.MatchId && key.Team != fact.TeamId);
                told[fact.Kind == MatchFact.Goal ? (match.MatchId, fact.TeamId!.Value) : others]++;
            }
        }

        Assert.Equal(2 * Tournament.Matches, official.Count);
        Assert.Equal(official.OrderBy(each => each.Key.ToString()), told.OrderBy(each => each.Key.ToString()));
    }

    /// <summary>
    /// PlayeRank doesn't cut stoppage time off and goes by the minutes given for substitutions alone; three players' minutes differ for
    /// other reasons (two sent off, one whose substitute's minute is wrong there).
    /// </summary>
    [Fact]
    public async Task Minutes_played_are_those_of_PlayeRank()
    {
        var (ranks, compared, differ) = (Tournament.PlayeRank(), 0, 0);
        await foreach (var match in Tournament.ReadAsync())
        {
            foreach (var (player, updates) in DerivedFacts.Of(match))
            {
                if (!ranks.TryGetValue((match.MatchId, player), out var rank))
                    continue;
                var scheduled = RatingTally.Empty.Add(updates) is { FullTimeMinute: var full } tally ? (full, PitchTime.MinutesPlayed(tally)) : default;
                compared++;
                differ += Math.Clamp(rank.Minutes, 0, scheduled.full) == scheduled.Item2 ? 0 : 1;
            }
        }

        Assert.Equal((1554, 3), (compared, differ));
    }
}
