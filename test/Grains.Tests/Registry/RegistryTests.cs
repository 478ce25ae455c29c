using CsCheck;
using ShellCorp.Events;
using ShellCorp.Grains.Registry;
using ShellCorp.Grains.Tests.Clusters;
using ShellCorp.Registry;

namespace ShellCorp.Grains.Tests.Registry;

public sealed class RegistryTests(SharedCluster shared)
{
    private static readonly Gen<PlayerProfile[]> AnyProfiles =
        Gen.Select(Gen.Long[1, 4], Gen.Int[0, 3], Gen.Long[1, 3]).Select((player, day, team) => new PlayerProfile
        {
            PlayerId = new(player),
            Name = $"Player {player} of {team}",
            Role = PlayerRole.Midfielder,
            TeamId = new(team),
            AsOf = new DateTimeOffset(2026, 3, 14, 15, 30, 0, TimeSpan.Zero).AddDays(day),
        }).Array[0, 12];

    [Fact]
    public void Profiles_in_any_order_and_any_batches_give_the_same_registry() =>
        AnyProfiles.SelectMany(profiles => Gen.Shuffle(profiles).Select(shuffled => (profiles, shuffled))).Sample((profiles, shuffled) =>
        {
            var one = PlayerRegistryState.Empty.Upsert(profiles);
            var other = shuffled.Aggregate(PlayerRegistryState.Empty, (state, profile) => state.Upsert([profile]));
            Assert.Equal(one.Players.OrderBy(entry => entry.Key.Value), other.Players.OrderBy(entry => entry.Key.Value));
            Assert.All(one.Players, entry => Assert.Equal(profiles.Where(profile => profile.PlayerId == entry.Key).Max(profile => profile.AsOf), entry.Value.AsOf));
        });

    [Fact]
    public async Task Matches_are_listed_once_ascending_and_after_a_crash()
    {
        var grain = shared.Cluster.Grains.GetGrain<IMatchRegistryGrain>(1);
        foreach (var match in (long[])[7, 3, 7, 5])
            await grain.AddAsync(new(match), CancellationToken.None);

        await shared.Cluster.CrashAsync(grain);

        Assert.Equal([new(3), new(5), new(7)], await grain.ListAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData(StorageFault.BeforeWriting)]
    [InlineData(StorageFault.AfterWriting)]
    public async Task A_match_whose_storing_failed_is_added_by_the_next_try(StorageFault fault)
    {
        var grain = shared.Cluster.Grains.GetGrain<IMatchRegistryGrain>(10 + (int)fault);
        await grain.AddAsync(new(1), CancellationToken.None);
        shared.Cluster.Store.Fail(grain.GetGrainId(), "matches", fault);

        await Assert.ThrowsAnyAsync<Exception>(() => grain.AddAsync(new(2), CancellationToken.None));
        await grain.AddAsync(new(2), CancellationToken.None);
        await shared.Cluster.CrashAsync(grain);

        Assert.Equal([new(1), new(2)], await grain.ListAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_player_nobody_named_isn_t_found() =>
        Assert.Null(await shared.Cluster.Grains.GetGrain<IPlayerRegistryGrain>(0).FindAsync(new(32_000_000_000), CancellationToken.None));
}
