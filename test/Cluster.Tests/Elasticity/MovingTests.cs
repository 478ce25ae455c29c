using ShellCorp.Cluster.Tests.Systems;
using ShellCorp.Matches;
using ShellCorp.Players;

namespace ShellCorp.Cluster.Tests.Elasticity;

/// <summary>Grains that move to another silo.</summary>
public sealed class MovingTests
{
    [Fact]
    public async Task Players_and_matches_take_their_state_along_and_go_on_without_reading_it_again()
    {
        var matches = await Feeding.SimulateAsync(seed: 61, matches: 1);
        await using var system = await ClusterSystem.StartAsync(silos: 2);
        await Feeding.PlayAsync(system.Grains, matches);
        await system.SettleAsync();
        var match = matches[0].MatchId;
        var player = ExpectedMatch.Of(matches[0]).Updates.Keys.First();
        IAddressable[] moving = [system.Grains.GetGrain<IPlayerRatingGrain>(player.Value), system.Grains.GetGrain<IMatchGrain>(match.Value)];
        var before = await Outcome.ReadAsync(system.Grains, [match]);
        var reads = moving.Select(grain => system.StorageFault.Reads[grain.GetGrainId()]).ToList();

        foreach (var grain in moving)
            await MoveAsync(system, grain);

        var after = await Outcome.ReadAsync(system.Grains, [match]);
        Assert.Equal(before.Lines, after.Lines);
        Assert.Equal(reads, moving.Select(grain => system.StorageFault.Reads[grain.GetGrainId()]));
        // What is played again is recognised: the ids went along, too, and so did the storage's mark, or the next write would be refused.
        await Feeding.PlayAsync(system.Grains, matches);
        await system.SettleAsync();
        (await Outcome.ReadAsync(system.Grains, [match])).MustBe([ExpectedMatch.Of(matches[0])]);
        Assert.Equal(reads, moving.Select(grain => system.StorageFault.Reads[grain.GetGrainId()]));
    }

    private static async Task MoveAsync(ClusterSystem system, IAddressable grain)
    {
        var from = await WhereAsync(system, grain);
        var to = system.Cluster.Silos.Select(silo => silo.SiloAddress).First(silo => !silo.Equals(from));
        await system.Cluster.MigrateAsync(grain, to);
        Assert.Equal(to, await WhereAsync(system, grain));
    }

    private static async Task<SiloAddress?> WhereAsync(ClusterSystem system, IAddressable grain) =>
        await system.Grains.GetGrain<IManagementGrain>(0).GetActivationAddress(grain, CancellationToken.None);
}
