using System.Collections.Immutable;
using ShellCorp.Events;

namespace ShellCorp.Feeds.Simulator;

/// <summary>How often a kind of action is done in a zone, in 64 matches of the World Cup 2018.</summary>
/// <param name="Kind">The kind; penalties aren't among the shots.</param>
/// <param name="Zone">Seen by who acts.</param>
/// <param name="ByRole">Counts of goalkeepers, defenders, midfielders and forwards.</param>
/// <param name="Success">How many came off, goals among them.</param>
/// <param name="Failure">How many didn't.</param>
/// <param name="Goals">How many were goals.</param>
internal sealed record MixRow(PlayerAction Kind, Zone Zone, ImmutableArray<int> ByRole, int Success, int Failure, int Goals)
{
    /// <summary>Counts by role in the order of <see cref="ByRole"/>.</summary>
    public static ImmutableArray<PlayerRole> Roles { get; } =
        [PlayerRole.Goalkeeper, PlayerRole.Defender, PlayerRole.Midfielder, PlayerRole.Forward];

    public int Count => ByRole.Sum();
}
