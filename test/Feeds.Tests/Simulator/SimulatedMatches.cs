using System.Collections.Immutable;
using ShellCorp.Events;
using ShellCorp.Feeds.Simulator;

namespace ShellCorp.Feeds.Tests.Simulator;

/// <summary>As many matches as the World Cup has, played once for all tests.</summary>
internal static class SimulatedMatches
{
    public const int Seed = 2018;

    public const int Count = 64;

    private static readonly Lazy<ImmutableArray<FeedMatch>> Played =
        new(() => [.. Enumerable.Range(0, Count).Select(match => SimulatedMatch.Play(Seed, match))]);

    public static ImmutableArray<FeedMatch> All => Played.Value;

    /// <summary>Actions in play: the shoot-out and penalties left out, as in the table.</summary>
    public static IEnumerable<PlayerUpdate> Counted => All
        .SelectMany(match => match.Steps)
        .SelectMany(step => step.PlayerUpdates)
        .Where(update => update.Time.Period != MatchPeriod.ShootOut)
        .Where(update => update.Kind != PlayerAction.Shot || !update.Qualifiers.HasFlag(ActionQualifiers.Penalty));

    public static IEnumerable<MatchUpdate> Facts => All.SelectMany(match => match.Steps).SelectMany(step => step.MatchUpdates);
}
