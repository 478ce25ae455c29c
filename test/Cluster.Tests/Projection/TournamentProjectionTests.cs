using System.Collections.Immutable;
using Npgsql;
using Oltp.Sessions;
using Postgres.TestServer;
using ShellCorp.Cluster.Tests.Processes;
using ShellCorp.Cluster.Tests.Systems;
using ShellCorp.Feeds;
using ShellCorp.Feeds.Wyscout;
using ShellCorp.Silo.Projection.Commands;

namespace ShellCorp.Cluster.Tests.Projection;

/// <summary>A whole tournament in the tables.</summary>
public sealed class TournamentProjectionTests
{
    [ClusterFact]
    public async Task The_tables_have_every_rating_of_the_grains_and_the_official_scores_and_a_replay_makes_the_same()
    {
        var folder = SharedData.Find("wyscout-worldcup2018");
        Assert.SkipWhen(folder is null, "There is no folder shared/data/wyscout-worldcup2018 beside the checkout.");
        await using var server = await PostgresServer.StartAsync();
        await using var tables = new ProjectedTables(server.ConnectionString);
        await using var system = await ClusterSystem.StartAsync(silos: 2, postgres: server.ConnectionString);
        var matches = ImmutableArray.CreateBuilder<FeedMatch>();
        await foreach (var match in new WyscoutFeed(folder).ReadAsync(CancellationToken.None))
            matches.Add(match);

        await Feeding.PlayAsync(system.Grains, matches.ToImmutable());
        await system.SettleAsync();

        await using var database = new PostgresDatabase(NpgsqlDataSource.Create(server.ConnectionString));
        Assert.Empty(await new ProjectionComparison(database, system.Grains, TimeProvider.System).CompareAsync(Patience.Limit, CancellationToken.None));
        Assert.Equal(
            OfficialScores.Read(folder).Select(score => $"{score.Key} {score.Value.Home}:{score.Value.Away}").Order(StringComparer.Ordinal),
            (await tables.ListAsync<string>("SELECT match_id || ' ' || home_score || ':' || away_score FROM match_result WHERE is_final = 1")).Order(StringComparer.Ordinal));
        Assert.True((await tables.ListAsync<long>("SELECT count(*) FROM player_rating WHERE is_final = 1 AND is_shown = 1"))[0] > 64 * 22);

        var before = await tables.EverythingAsync();
        await new ProjectionReplay(database, system.Kafka, new(), TextWriter.Null).RunAsync(CancellationToken.None);
        Assert.Equal(before, await tables.EverythingAsync());
    }
}
