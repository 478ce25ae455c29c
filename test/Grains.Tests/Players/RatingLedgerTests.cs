using CsCheck;
using ShellCorp.Events;
using ShellCorp.Grains.Players;
using ShellCorp.Grains.Players.Ratings;
using ShellCorp.Grains.Tests.Clusters;
using ShellCorp.Grains.Matches;

namespace ShellCorp.Grains.Tests.Players;

public sealed class RatingLedgerTests
{
    private static readonly Sample Sample = new(1);
    private static readonly PlayerId Player = Sample.HomePlayer(9);

    private static readonly PlayerUpdate[] Updates =
    [
        .. MatchDerivation.Derive(Sample.Story()).Where(update => update.PlayerId == Player),
        .. Enumerable.Range(0, 25).Select(number => Sample.Pass(Player, number)),
    ];

    private static readonly Gen<PlayerUpdate[][]> AnyDelivery =
        from repeated in Gen.Int[0, Updates.Length - 1].Select(index => Updates[index]).Array[0, 20]
        from order in Gen.Shuffle(Updates.Concat(repeated).ToArray())
        from size in Gen.Int[1, order.Length]
        select order.Chunk(size).ToArray();

    [Fact]
    public void Shuffled_repeated_and_in_any_batches_the_ledger_is_the_same()
    {
        var expected = Apply([Updates]);
        AnyDelivery.Sample(batches =>
        {
            var ledger = Apply(batches);
            Assert.Equivalent(Live(expected), Live(ledger), strict: true);
            Assert.Equal(expected.Updates.Order(), ledger.Updates.Order());
            Assert.True(expected.Events.Keys.ToHashSet().SetEquals(ledger.Events.Keys));
            Assert.Equal(Updates.Length, ledger.Version);
            Assert.Equal(batches.Sum(batch => batch.Length) - Updates.Length, ledger.Events.Duplicates);
        });
    }

    private static LiveRatingUpdate Live(RatingLedger ledger) => RatingModel.ToLive(Player, Sample.Match, ledger.Tally, RatingWeights.Current);

    private static RatingLedger Apply(PlayerUpdate[][] batches) => batches.Aggregate(RatingLedger.Empty, (ledger, batch) =>
    {
        var sifted = ledger.Sift(batch);
        return ledger.Apply(sifted).Finish(sifted.Repeats);
    });
}
