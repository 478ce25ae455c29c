using CsCheck;
using Riak.TestServer.Crdts;
using Riak.Wire;

namespace Riak.Tests.Crdts;

/// <summary>The laws of merging, for any history of three replicas.</summary>
public sealed class MergeTests
{
    private const int Iterations = 1000;
    private const int HllIterations = 50;

    [Fact]
    public void Merging_a_map_with_itself_changes_nothing() => History.Steps.Sample(steps =>
    {
        var merged = History.Of(steps).Merged(0, 1, 2);
        Assert.Equal(merged.Describe(), merged.Merge(merged).Describe());
    }, iter: Iterations);

    [Fact]
    public void Maps_merged_either_way_round_are_equal() => History.Steps.Sample(steps =>
    {
        var history = History.Of(steps);
        Assert.Equal(history.Merged(0, 1).Describe(), history.Merged(1, 0).Describe());
    }, iter: Iterations);

    [Fact]
    public void Maps_merged_in_any_order_are_equal() => History.Steps.Sample(steps =>
    {
        var history = History.Of(steps);
        var merged = history.Merged(0, 1, 2);
        Assert.Equal(merged.Describe(), history.Merged(2, 0, 1).Describe());
        var grouped = history.Replicas[0].Merge(history.Replicas[1].Merge(history.Replicas[2]));
        Assert.Equal(merged.Describe(), grouped.Describe());
        Assert.Equal(merged.Context, grouped.Context);
    }, iter: Iterations);

    [Fact]
    public void Replicas_that_heard_of_everything_need_no_further_merge() => History.Steps.Sample(steps =>
    {
        var history = History.Of(steps);
        var merged = history.Merged(0, 1, 2);
        Assert.All(history.Replicas, replica => Assert.Equal(merged.Describe(), merged.Merge(replica).Describe()));
    }, iter: Iterations);

    [Fact]
    public void Counters_of_a_map_that_loses_no_field_hold_the_sum_of_all_increments() => History.Steps.Sample(steps =>
    {
        var kept = steps.Where(step => step.Kind is 0 or 1 or 7).ToArray();
        var merged = (CrdtMap)History.Of(kept).Merged(1, 2, 0);
        var increments = kept.Where(step => step.Kind != 7).ToArray();
        Assert.Equal(increments.Sum(step => step.Amount), merged.Entries.Sum(entry => entry.CounterValue));
        Assert.Equal(increments.Length == 0, !merged.Entries.Any());
    }, iter: Iterations);

    [Fact]
    public void Counters_of_their_own_key_hold_the_sum_of_all_increments() => History.Steps.Sample(steps =>
    {
        ICrdt[] replicas = [PnCounter.Empty, PnCounter.Empty, PnCounter.Empty];
        foreach (var step in steps)
        {
            replicas[step.Replica] = step.Kind == 7
                ? replicas[step.Replica].Merge(replicas[step.Other])
                : replicas[step.Replica].Update(new DtOp { CounterOp = new() { Increment = step.Amount } }, $"actor{step.Replica}", null, 0);
        }

        Assert.Equal($"{steps.Where(step => step.Kind != 7).Sum(step => step.Amount)}", replicas[2].Merge(replicas[0]).Merge(replicas[1]).Describe());
    }, iter: Iterations);

    [Fact]
    public void A_hyperloglog_counts_each_member_once_however_it_is_merged() => Gen.Int[0, 3000].Array[1, 200].Sample(members =>
    {
        var left = Add(HyperLogLog.Empty, members[..(members.Length / 2)]);
        var right = Add(HyperLogLog.Empty, members[(members.Length / 2)..]);
        var expected = members.Distinct().Count();
        Assert.Equal(left.Merge(right).Describe(), right.Merge(left).Merge(left).Describe());
        Assert.InRange((long)((HyperLogLog)left.Merge(right)).Value, (long)(expected * 0.95) - 3, (long)(expected * 1.05) + 3);
    }, iter: HllIterations);

    private static ICrdt Add(ICrdt log, int[] members) => members.Aggregate(log, (state, member) => state.Update(
        new DtOp { HllOp = new() { Adds = { Google.Protobuf.ByteString.CopyFromUtf8($"{member}") } } }, "a", null, 0));
}
