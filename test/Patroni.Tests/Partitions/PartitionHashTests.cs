using Patroni.Partitions;

namespace Patroni.Tests.Partitions;

public sealed class PartitionHashTests
{
    [Theory]
    [InlineData("", 1024, 66)]
    [InlineData("7", 1024, 411)]
    [InlineData("7", 4, 3)]
    [InlineData("4294967296", 1000, 320)]
    [InlineData("Łódź", 1024, 1020)]
    [InlineData("⚽", 7, 1)]
    [InlineData("anything", 1, 0)]
    public void A_key_stays_in_its_partition_for_ever(string key, int partitions, int expected) => Assert.Equal(expected, PartitionHash.Of(key, partitions));

    [Fact]
    public void Keys_are_spread_evenly()
    {
        var counts = Enumerable.Range(0, 16_000).CountBy(number => PartitionHash.Of($"{number}", 16)).ToList();

        Assert.Equal(16, counts.Count);
        Assert.All(counts, count => Assert.InRange(count.Value, 850, 1150));
    }
}
