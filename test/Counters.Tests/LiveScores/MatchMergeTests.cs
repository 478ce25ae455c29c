using CsCheck;
using ShellCorp.Events;
using ShellCorp.Grains.Matches;

namespace ShellCorp.Counters.Tests.LiveScores;

/// <summary>What two silos wrote of one match becomes the union of its facts.</summary>
public sealed class MatchMergeTests
{
    private static readonly Gen<MatchState> States = Gen.Int[0, 12].List[0, 8].Select(Gen.Int[0, 3], (facts, steps) =>
    {
        var state = MatchState.Empty;
        foreach (var some in facts.Chunk(3))
        {
            state = state.Apply(state.Events.Sift([.. some.Select(Fact)], fact => fact.Id));
            if (steps-- > 0)
                state = state.Finish(0);
        }

        return state;
    });

    [Fact]
    public void The_order_in_which_states_merge_does_not_matter_and_neither_does_repetition() => States.Select(States, States).Sample((one, other, third) =>
    {
        var merged = one.Merge(other);
        return Same(merged, other.Merge(one)) && Same(merged.Merge(third), one.Merge(other.Merge(third))) && Same(merged, merged.Merge(one)) && Same(merged, merged.Merge(merged));
    }, iter: 500);

    [Fact]
    public void Nothing_is_lost_and_what_either_finished_is_finished() => States.Select(States).Sample((one, other) =>
    {
        var merged = one.Merge(other);
        return merged.Facts.Select(fact => fact.Id).ToHashSet().SetEquals(one.Facts.Concat(other.Facts).Select(fact => fact.Id))
            && merged.Events.Keys.Length == one.Events.Keys.Union(other.Events.Keys).Count()
            && merged.Facts.Take(merged.Derived).Select(fact => fact.Id).ToHashSet().SetEquals(Derived(one).Concat(Derived(other)))
            && merged.Events.Finished == one.Events.Keys.Take(one.Events.Finished).Union(other.Events.Keys.Take(other.Events.Finished)).Count();
    }, iter: 500);

    private static IEnumerable<string> Derived(MatchState state) => state.Facts.Take(state.Derived).Select(fact => fact.Id);

    private static bool Same(MatchState one, MatchState other) =>
        one.Facts.SequenceEqual(other.Facts) && one.Derived == other.Derived && one.Clock == other.Clock && one.Events.Keys.SequenceEqual(other.Events.Keys)
        && one.Events.Finished == other.Events.Finished && one.Outsiders.SequenceEqual(other.Outsiders);

    private static MatchUpdate Fact(int number) => new()
    {
        Id = $"fact/{number}",
        MatchId = new(7),
        Kind = number % 4 == 0 ? MatchFact.Interruption : MatchFact.Goal,
        TeamId = new(1),
        Time = new(MatchPeriod.FirstHalf, number, 0),
    };
}
