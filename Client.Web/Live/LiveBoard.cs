using System.Collections.Immutable;
using ShellCorp.Matches;
using ShellCorp.Teams;

namespace ShellCorp.Web.Live;

/// <summary>What the start page shows, in order; made of one <see cref="LiveState"/>.</summary>
public sealed record LiveBoard
{
    /// <summary>How many players the list of the best shows.</summary>
    public const int TopLimit = 10;

    /// <summary>Matches being played, by competition and kick-off.</summary>
    public required ImmutableArray<MatchGroup> Playing { get; init; }

    /// <summary>Matches to come, the next first.</summary>
    public required ImmutableArray<MatchSummary> Scheduled { get; init; }

    /// <summary>Matches that are over, the latest first.</summary>
    public required ImmutableArray<MatchSummary> Finished { get; init; }

    /// <summary>The best shown ratings of the matches being played, or, while none is, of those that are over.</summary>
    public required ImmutableArray<LiveRating> Top { get; init; }

    /// <summary>Teams by their average, the best first; those without a rated match last.</summary>
    public required ImmutableArray<TeamSummary> Teams { get; init; }

    /// <summary>The state that was put in order.</summary>
    public required LiveState State { get; init; }

    /// <summary>The number of facts that a match is known to have; 0 where none is.</summary>
    public int VersionOf(MatchId match) => State.Matches.GetValueOrDefault(match)?.Version ?? 0;

    /// <summary>Whether anything is known at all.</summary>
    public bool IsEmpty => Playing.IsEmpty && Scheduled.IsEmpty && Finished.IsEmpty;

    /// <summary>Puts a state in order.</summary>
    public static LiveBoard Of(LiveState state)
    {
        var byPhase = state.Matches.Values.ToLookup(m => m.Phase);
        var playing = byPhase[MatchPhase.Playing].Concat(byPhase[MatchPhase.Break]).ToArray();
        return new()
        {
            State = state,
            Playing =
            [
                .. playing.GroupBy(m => m.Competition)
                    .OrderBy(g => g.Key, StringComparer.Ordinal)
                    .Select(g => new MatchGroup(g.Key, [.. g.OrderBy(m => m.KickOff ?? DateTimeOffset.MaxValue).ThenBy(m => m.MatchId.Value)])),
            ],
            Scheduled = [.. byPhase[MatchPhase.Scheduled].OrderBy(m => m.KickOff ?? DateTimeOffset.MaxValue).ThenBy(m => m.MatchId.Value)],
            Finished = [.. byPhase[MatchPhase.Finished].OrderByDescending(m => m.KickOff ?? DateTimeOffset.MinValue).ThenBy(m => m.MatchId.Value)],
            Top = TopOf(state, playing.Length > 0 ? playing : byPhase[MatchPhase.Finished]),
            Teams = [.. state.Teams.Values.OrderByDescending(t => t.AverageHundredths).ThenBy(t => t.Name, StringComparer.Ordinal)],
        };
    }

    private static ImmutableArray<LiveRating> TopOf(LiveState state, IEnumerable<MatchSummary> matches) =>
    [
        .. matches.SelectMany(m => state.RatingsOf(m.MatchId).Values)
            .Where(r => r.Update.Shown)
            .OrderByDescending(r => r.Update.RatingHundredths)
            .ThenBy(r => r.Update.PlayerId.Value)
            .Take(TopLimit),
    ];
}
