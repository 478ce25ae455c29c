using CsCheck;
using ShellCorp.Events;
using ShellCorp.Events.Json;
using ShellCorp.Feeds.Mock;

namespace ShellCorp.Feeds.Tests.Mock;

public sealed class MockUpdatesTests
{
    [Fact]
    public void Every_update_is_valid_and_could_come_from_outside() =>
        Gen.Int.Sample(seed => MockUpdates.Generate(200, seed).All(update => EventValidator.ValidateReported(update).IsEmpty), iter: 50);

    [Fact]
    public void Every_update_survives_the_wire() => Assert.All(MockUpdates.Generate(1000, 1), update =>
    {
        var record = CloudEventCodec.Encode(update);
        Assert.Equal(update, CloudEventCodec.Decode(record.Topic, record.Key, record.Value, record.Headers));
    });

    [Fact]
    public void Fewer_of_a_seed_are_the_first_of_more() =>
        Gen.Int.Sample(seed => MockUpdates.Generate(20, seed).SequenceEqual(MockUpdates.Generate(100, seed)[..20]), iter: 20);

    [Fact]
    public void Ids_are_unique_and_differ_between_seeds()
    {
        var ids = MockUpdates.Generate(1000, 1).Concat(MockUpdates.Generate(1000, 2)).Select(update => update.Id).ToHashSet();

        Assert.Equal(2000, ids.Count);
    }

    [Fact]
    public void All_kinds_come_and_passes_are_half_of_them()
    {
        var kinds = MockUpdates.Generate(20_000, 3).CountBy(update => update.Kind).ToDictionary();

        Assert.Equal(18, kinds.Count);
        Assert.InRange(kinds[PlayerAction.Pass], 10_000, 11_500);
    }

    [Fact]
    public void None_is_possible_and_fewer_than_none_is_not()
    {
        Assert.Empty(MockUpdates.Generate(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => MockUpdates.Generate(-1, 1));
    }
}
