using System.Collections.Frozen;
using ShellCorp.Events;

namespace ShellCorp.Feeds.Simulator;

/// <summary>What follows what, see Tables/chains.txt.</summary>
internal sealed class ChainTable
{
    private readonly FrozenDictionary<(Move, ActionOutcome, Zone?), Weighted<(Move Move, bool SameTeam)>> _next;

    private ChainTable(FrozenDictionary<(Move, ActionOutcome, Zone?), Weighted<(Move Move, bool SameTeam)>> next) => _next = next;

    public static ChainTable Load() => new(TableText.Lines("chains.txt").Select(TableText.KeyAndPairs).ToFrozenDictionary(
        line => (TableText.Name<Move>(line.Key[0]), TableText.Name<ActionOutcome>(line.Key[1]), ZoneOf(line.Key[2])),
        line => new Weighted<(Move, bool)>(line.Pairs.Select(pair => ((TableText.Name<Move>(pair.Name[1..]), pair.Name[0] == '+'), pair.Number)))));

    public (Move Move, bool SameTeam) Draw(Move move, ActionOutcome outcome, Zone zone, SeededRandom random) =>
        (_next.GetValueOrDefault((move, outcome, zone)) ?? _next[(move, outcome, null)]).Draw(random);

    private static Zone? ZoneOf(string name) => name == "any" ? null : TableText.Name<Zone>(name);
}
