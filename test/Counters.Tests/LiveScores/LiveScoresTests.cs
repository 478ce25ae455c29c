using Microsoft.Extensions.Hosting;
using ShellCorp.Cluster.Tests.Systems;
using ShellCorp.Counters.Tests.Systems;
using ShellCorp.Events;
using ShellCorp.Matches;
using ShellCorp.Silo.Hosting;
using ShellCorp.Silo.Storage;

namespace ShellCorp.Counters.Tests.LiveScores;

/// <summary>Running matches kept in Riak.</summary>
public sealed class LiveScoresTests
{
    private const string Key = "ShellCorp:Storage:LiveScores";

    [Fact]
    public async Task A_match_is_played_with_its_state_in_riak_and_outlives_its_silo()
    {
        await using var riak = new RiakTarget();
        await using var cluster = await CounterCluster.StartAsync(
            silos: 2, riak, new(Key, "Riak"), new("ShellCorp:Storage:Riak:BucketType", "siblings"), new("ShellCorp:Storage:Riak:Bucket", riak.Bucket));
        var match = (await Feeding.SimulateAsync(seed: 31, matches: 1))[0];
        await Feeding.PlayAsync(cluster.Grains, [match]);
        var grain = cluster.Grains.GetGrain<IMatchGrain>(match.MatchId.Value);
        var summary = (await Eventually.ReachAsync("full time", () => grain.GetViewAsync(CancellationToken.None), view => view.Summary?.Phase == MatchPhase.Finished)).Summary!;
        Assert.True((await riak.Direct.GetAsync(new("siblings", riak.Bucket, $"match/{grain.GetGrainId()}"))).Found);

        await cluster.Silos.DeactivateAsync(grain);
        var read = (await grain.GetViewAsync(CancellationToken.None)).Summary!;
        Assert.Equal((summary.HomeScore, summary.AwayScore, summary.Phase), (read.HomeScore, read.AwayScore, read.Phase));
        var goals = match.Steps.SelectMany(step => step.MatchUpdates).Count(fact => fact.Kind is MatchFact.Goal or MatchFact.OwnGoal);
        Assert.Equal(goals, read.HomeScore + read.AwayScore);
    }

    [Fact]
    public void Another_choice_and_riak_without_nodes_are_refused()
    {
        Assert.Contains("it must be Postgres", Refused(new(Key, "Redis")), StringComparison.Ordinal);
        Assert.Contains("ShellCorp:Riak:Hosts", Refused(new(Key, "Riak")), StringComparison.Ordinal);

        static string Refused(KeyValuePair<string, string?> setting)
        {
            var host = new HostApplicationBuilder();
            host.Configuration[setting.Key] = setting.Value;
            return Assert.Throws<SettingRefusedException>(() => host.UseOrleans(silo => silo.AddLiveScores())).Message;
        }
    }
}
