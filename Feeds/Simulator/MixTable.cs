using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using ShellCorp.Events;

namespace ShellCorp.Feeds.Simulator;

/// <summary>Who does what where and how it ends, see Tables/mix.csv.</summary>
internal sealed class MixTable
{
    /// <summary>How many matches were counted.</summary>
    public const int Matches = 64;

    private readonly FrozenDictionary<(PlayerAction, Zone), (Weighted<PlayerRole> Roles, Weighted<ActionOutcome>? Outcomes)> _draws;

    private MixTable(ImmutableArray<MixRow> rows)
    {
        Rows = rows;
        _draws = rows.ToFrozenDictionary(
            row => (row.Kind, row.Zone),
            row => (new Weighted<PlayerRole>(MixRow.Roles.Zip(row.ByRole, (role, count) => (role, (double)count))), OutcomesOf(row)));
    }

    public ImmutableArray<MixRow> Rows { get; }

    public static MixTable Load() => new([.. TableText.Rows("mix.csv").Select(row =>
    {
        int[] counts = [.. row.Skip(2).Select(field => int.Parse(field, CultureInfo.InvariantCulture))];
        return new MixRow(TableText.Name<PlayerAction>(row[0]), TableText.Name<Zone>(row[1]), [.. counts[..4]], counts[4], counts[5], counts[6]);
    })]);

    public PlayerRole Role(PlayerAction kind, Zone zone, SeededRandom random) => Find(kind, zone).Roles.Draw(random);

    /// <summary>How an action ends; none for kinds that have no outcome.</summary>
    public ActionOutcome Outcome(PlayerAction kind, Zone zone, SeededRandom random) =>
        Find(kind, zone).Outcomes?.Draw(random) ?? ActionOutcome.None;

    /// <summary>How many shots on target in a zone go in, per mille.</summary>
    public double GoalsOfShotsOnTarget(Zone zone)
    {
        var row = Rows.Single(row => row.Kind == PlayerAction.Shot && row.Zone == zone);
        return row.Success == 0 ? 0 : 1000.0 * row.Goals / row.Success;
    }

    private static Weighted<ActionOutcome>? OutcomesOf(MixRow row)
    {
        var neutral = row.Count - row.Success - row.Failure;
        return row.Success + row.Failure == 0
            ? null
            : new([(ActionOutcome.Success, row.Success), (ActionOutcome.Failure, row.Failure), (ActionOutcome.Neutral, neutral)]);
    }

    // Set pieces and keepers' actions are counted in one zone, and a few things never happened in some.
    private (Weighted<PlayerRole> Roles, Weighted<ActionOutcome>? Outcomes) Find(PlayerAction kind, Zone zone)
    {
        for (var other = zone; ; other = (Zone)(((int)other + 1) % 4))
        {
            if (_draws.TryGetValue((kind, other), out var found))
                return found;
        }
    }
}
