using CsCheck;
using ShellCorp.Grains.Delivery;

namespace ShellCorp.Grains.Tests.Delivery;

public sealed class AppliedEventsTests
{
    private static readonly Gen<(int[] Batch, int Failures)[]> AnyDeliveries =
        Gen.Select(Gen.Int[0, 12].Array[0, 6], Gen.Int[0, 2]).Array[0, 8];

    [Fact]
    public void Deliveries_that_fail_and_come_again_count_no_repeats_but_those_of_the_source() =>
        AnyDeliveries.Sample(deliveries =>
        {
            var applied = AppliedEvents.Empty;
            foreach (var (batch, failures) in deliveries)
            {
                for (var i = 0; i < failures; i++)
                    applied = Sift(applied, batch).Next;

                var last = Sift(applied, batch);
                applied = last.Next.Finish(last.Repeats);
            }

            var told = deliveries.SelectMany(delivery => delivery.Batch).ToArray();
            Assert.Equal(told.Distinct().Select(Key), applied.Keys, Unordered);
            Assert.Equal(told.Length - told.Distinct().Count(), applied.Duplicates);
            Assert.True(applied.IsFinished);
        });

    [Fact]
    public void Each_new_event_is_told_once()
    {
        var first = Sift(AppliedEvents.Empty, [1, 2, 1]);
        var second = Sift(first.Next.Finish(first.Repeats), [2, 3, 3]);

        Assert.Equal([1, 2], first.Fresh);
        Assert.Equal([3], second.Fresh);
        Assert.Equal((1, 2), (first.Repeats, second.Repeats));
    }

    [Fact]
    public void Nothing_new_leaves_the_same_instance()
    {
        var sifted = Sift(AppliedEvents.Empty, [1]);
        var applied = sifted.Next.Finish(sifted.Repeats);

        Assert.Same(applied, Sift(applied, [1]).Next);
        Assert.Same(applied, applied.Finish(0));
    }

    private static readonly IEqualityComparer<IEnumerable<EventKey>> Unordered = EqualityComparer<IEnumerable<EventKey>>.Create(
        (one, other) => one!.ToHashSet().SetEquals(other!) && one!.Count() == other!.Count());

    private static Sifted<int> Sift(AppliedEvents applied, int[] batch) => applied.Sift(batch, Id);

    private static string Id(int number) => $"event {number}";

    private static EventKey Key(int number) => EventKey.Of(Id(number));
}
