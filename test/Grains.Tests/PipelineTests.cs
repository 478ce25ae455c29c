using ShellCorp.Grains.Tests.Clusters;
using ShellCorp.Ingest;
using ShellCorp.Matches;
using ShellCorp.Players;
using ShellCorp.Registry;
using ShellCorp.Teams;

namespace ShellCorp.Grains.Tests;

public sealed class PipelineTests
{
    [Fact]
    public async Task A_match_told_at_the_door_becomes_a_score_ratings_and_a_team_average()
    {
        await using var cluster = await GrainsCluster.StartAsync();
        cluster.Connect();
        var sample = new Sample(1);
        var door = cluster.Grains.GetGrain<IIngestGrain>(0);
        var player = sample.HomePlayer(7);

        var facts = await door.IngestAsync(sample.Story(), CancellationToken.None);
        var passes = await door.IngestAsync([.. Enumerable.Range(0, 40).Select(number => sample.Pass(player, number))], CancellationToken.None);

        Assert.All(facts.Answers.Concat(passes.Answers), answer => Assert.Equal(IngestStatus.Accepted, answer.Status));
        var match = cluster.Grains.GetGrain<IMatchGrain>(sample.Match.Value);
        var view = await Eventually.ReachAsync(
            "14 facts, final ratings of 22 starters and 2 substitutes, 40 passes of one of them",
            () => match.GetViewAsync(CancellationToken.None),
            view => view.Applied == 14 && view.Ratings.Length == 24 && view.Ratings.All(rating => rating.Final)
                && view.Ratings.Single(rating => rating.PlayerId == player).Events == 40);
        Assert.Equal((2, 1, MatchPhase.Finished), (view.Summary.HomeScore, view.Summary.AwayScore, view.Summary.Phase));

        var rating = await cluster.Grains.GetGrain<IPlayerRatingGrain>(player.Value).GetRatingAsync(sample.Match, CancellationToken.None);
        Assert.Equal(view.Ratings.Single(one => one.PlayerId == player).RatingHundredths, rating?.Live.RatingHundredths);

        var team = await Eventually.ReachAsync(
            "the team's final average of 12 players under its name",
            () => cluster.Grains.GetGrain<ITeamPerformanceGrain>(sample.Home.Value).GetViewAsync(CancellationToken.None),
            team => team.Matches is [{ Final: true, Players: 12 }] && team.Summary.Name == sample.Sheet.Home.Name);
        Assert.InRange(team.Summary.AverageHundredths, 300, 1000);

        Assert.Equal([sample.Match], await cluster.Grains.GetGrain<IMatchRegistryGrain>(0).ListAsync(CancellationToken.None));
        var profile = await cluster.Grains.GetGrain<IPlayerRegistryGrain>(PlayerShards.Of(player)).FindAsync(player, CancellationToken.None);
        Assert.Equal("Home 7", profile?.Name);
    }

    [Fact]
    public async Task Players_and_their_match_may_ask_each_other_at_the_same_time()
    {
        await using var cluster = await GrainsCluster.StartAsync();
        cluster.Connect();
        var sample = new Sample(1);
        var match = cluster.Grains.GetGrain<IMatchGrain>(sample.Match.Value);
        PlayerId[] players = [.. Enumerable.Range(1, 11).Select(sample.HomePlayer)];
        await cluster.Log.AppendAsync([sample.LineUp()], CancellationToken.None);
        await Eventually.ReachAsync(
            "the ratings of 22 starters",
            () => match.GetViewAsync(CancellationToken.None),
            view => view.Ratings.Length == 22);

        // A fresh activation asks all players for their ratings, while each of them asks it for the line-up.
        await cluster.DeactivateAsync(match);
        var asking = Task.WhenAll(Enumerable.Range(0, 10).Select(_ => match.GetViewAsync(CancellationToken.None)));
        await cluster.Log.AppendAsync([.. players.Select(player => sample.Pass(player, 1))], CancellationToken.None);
        await asking;

        await Eventually.ReachAsync(
            "a pass of each of 11 players",
            () => match.GetViewAsync(CancellationToken.None),
            view => view.Ratings.Count(rating => rating.Events == 1) == 11);
    }
}
