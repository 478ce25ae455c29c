using ShellCorp.Grains.Tests.Clusters;
using ShellCorp.Matches;
using ShellCorp.Teams;

namespace ShellCorp.Grains.Tests.Live;

/// <summary>Matches and teams as they stand in lists.</summary>
public static class Summaries
{
    public static MatchSummary Of(long match, int version, int minute = 0, MatchPhase phase = MatchPhase.Playing) => new()
    {
        MatchId = new(match),
        Version = version,
        Competition = "League",
        Home = "Home",
        Away = "Away",
        HomeScore = 0,
        AwayScore = 0,
        Phase = phase,
        Clock = Sample.At(minute),
    };

    public static TeamSummary Team(long team, long version) => new()
    {
        TeamId = new(team),
        Version = version,
        Name = $"Team {team}",
        AverageHundredths = 650,
        Form = [650],
        Matches = 1,
    };
}
