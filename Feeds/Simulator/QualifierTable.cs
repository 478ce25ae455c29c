using System.Collections.Immutable;
using ShellCorp.Events;

namespace ShellCorp.Feeds.Simulator;

/// <summary>Closer circumstances, see Tables/qualifiers.txt.</summary>
internal sealed class QualifierTable
{
    private readonly ILookup<PlayerAction, (string Which, ImmutableArray<(ActionQualifiers Qualifier, double PerMille)> Alternatives)> _draws;

    private QualifierTable(ILookup<PlayerAction, (string Which, ImmutableArray<(ActionQualifiers Qualifier, double PerMille)> Alternatives)> draws) =>
        _draws = draws;

    public static QualifierTable Load() => new(TableText.Lines("qualifiers.txt").Select(TableText.KeyAndPairs).ToLookup(
        line => TableText.Name<PlayerAction>(line.Key[0]),
        line => (line.Key[1], line.Pairs.Select(pair => (TableText.Name<ActionQualifiers>(pair.Name), pair.Number)).ToImmutableArray())));

    public ActionQualifiers Draw(PlayerAction kind, PlayerRole role, ActionOutcome outcome, SeededRandom random)
    {
        var drawn = ActionQualifiers.None;
        foreach (var (which, alternatives) in _draws[kind])
        {
            var at = random.Unit() * 1000;
            if (!IsMeant(which, role, outcome))
                continue;

            foreach (var (qualifier, perMille) in alternatives)
            {
                at -= perMille;
                if (at < 0)
                {
                    drawn |= qualifier;
                    break;
                }
            }
        }

        return drawn;
    }

    private static bool IsMeant(string which, PlayerRole role, ActionOutcome outcome) => which switch
    {
        "GKP" => role == PlayerRole.Goalkeeper,
        "other" => role != PlayerRole.Goalkeeper,
        "success" => outcome == ActionOutcome.Success,
        "neutral" => outcome == ActionOutcome.Neutral,
        "failure" => outcome == ActionOutcome.Failure,
        _ => true,
    };
}
