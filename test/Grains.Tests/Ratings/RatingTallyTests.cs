using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using ShellCorp.Events;
using ShellCorp.Grains.Players.Ratings;

namespace ShellCorp.Grains.Tests.Ratings;

public sealed class RatingTallyTests
{
    private static readonly Serializer Serializer =
        new ServiceCollection().AddSerializer().BuildServiceProvider().GetRequiredService<Serializer>();

    [Fact]
    public void Updates_in_any_order_make_the_same_tally_bit_by_bit() =>
        Told.AnyUpdates.SelectMany(updates => Gen.Shuffle(updates).Select(shuffled => (updates, shuffled)))
            .Sample((updates, shuffled) => Same(RatingTally.Empty.Add(updates), RatingTally.Empty.Add(shuffled)));

    [Fact]
    public void Updates_in_any_batches_make_the_same_tally_bit_by_bit() =>
        Gen.Select(Told.AnyUpdates, Gen.Int[0, 60]).Sample((updates, cut) =>
            Same(
                RatingTally.Empty.Add(updates),
                RatingTally.Empty.Add(updates.Take(cut)).Add(updates.Skip(cut))));

    [Fact]
    public void What_an_update_leaves_behind_rates_as_the_update_itself() =>
        Told.AnyUpdates.Sample(updates =>
        {
            var whole = RatingTally.Empty.Add(updates);
            var left = updates.Select(AppliedUpdate.From).Aggregate(RatingTally.Empty, (tally, update) => tally.Add(update));
            return Same(whole with { Team = null, LatestOccurredAt = default }, left);
        });

    [Fact]
    public void A_tally_survives_storage() =>
        Told.AnyUpdates.Sample(updates =>
        {
            var tally = RatingTally.Empty.Add(updates);
            return Same(tally, Serializer.Deserialize<RatingTally>(Serializer.SerializeToArray(tally))!);
        });

    [Fact]
    public void A_tally_stored_before_statistics_were_added_still_counts()
    {
        var older = RatingTally.Empty with { Counts = [5] };

        var tally = older.Add(Told.Update(PlayerAction.Offside, 3));

        Assert.Equal(5, tally[RatingStatistic.PassCompleted]);
        Assert.Equal(1, tally[RatingStatistic.Offside]);
    }

    [Fact]
    public void Derived_updates_raise_the_version_but_are_not_own_events()
    {
        var tally = RatingTally.Empty.Add([Told.CameOn(PlayerRole.Defender), Told.Update(PlayerAction.Pass, 3), Told.FullTime()]);

        Assert.Equal((3, 1), (tally.Version, tally.Events));
        Assert.True(tally is { Final: true, WasOnPitch: true, Role: PlayerRole.Defender });
        Assert.Equal(Told.Team, tally.Team);
    }

    private static bool Same(RatingTally one, RatingTally other) =>
        Serializer.SerializeToArray(one).AsSpan().SequenceEqual(Serializer.SerializeToArray(other));
}
