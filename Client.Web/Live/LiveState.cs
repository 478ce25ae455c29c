using System.Collections.Immutable;
using ShellCorp.Events;
using ShellCorp.Live;
using ShellCorp.Matches;
using ShellCorp.Teams;

namespace ShellCorp.Web.Live;

/// <summary>All that is live, at one moment; immutable, so that a page renders from one consistent picture.</summary>
public sealed record LiveState
{
    /// <summary>Nothing known yet.</summary>
    public static LiveState Empty { get; } = new();

    /// <summary>Matches by id.</summary>
    public ImmutableDictionary<MatchId, MatchSummary> Matches { get; init; } = ImmutableDictionary<MatchId, MatchSummary>.Empty;

    /// <summary>Ratings by match and player.</summary>
    public ImmutableDictionary<MatchId, ImmutableDictionary<PlayerId, LiveRating>> Ratings { get; init; } =
        ImmutableDictionary<MatchId, ImmutableDictionary<PlayerId, LiveRating>>.Empty;

    /// <summary>Teams by id.</summary>
    public ImmutableDictionary<TeamId, TeamSummary> Teams { get; init; } = ImmutableDictionary<TeamId, TeamSummary>.Empty;

    /// <summary>Grows by one with each change that brought anything.</summary>
    public long Sequence { get; init; }

    /// <summary>The ratings of a match; empty where none is known.</summary>
    public ImmutableDictionary<PlayerId, LiveRating> RatingsOf(MatchId match) =>
        Ratings.GetValueOrDefault(match) ?? ImmutableDictionary<PlayerId, LiveRating>.Empty;

    /// <summary>Takes over what is newer and tells which parts of the changes that were.</summary>
    public (LiveState State, LiveChanges Accepted) Apply(LiveChanges changes)
    {
        var accepted = new LiveChanges
        {
            Matches = [.. changes.Matches.Where(IsNewer)],
            Ratings = [.. changes.Ratings.Where(IsNewer)],
            Teams = [.. changes.Teams.Where(IsNewer)],
        };
        if (accepted.Matches.IsEmpty && accepted.Ratings.IsEmpty && accepted.Teams.IsEmpty)
            return (this, accepted);
        var sequence = Sequence + 1;
        return (this with
        {
            Matches = Matches.SetItems(accepted.Matches.Select(m => KeyValuePair.Create(m.MatchId, m))),
            Ratings = With(accepted.Ratings, sequence),
            Teams = Teams.SetItems(accepted.Teams.Select(t => KeyValuePair.Create(t.TeamId, t))),
            Sequence = sequence,
        }, accepted);
    }

    /// <summary>Forgets the longest finished matches above a limit, so that a server that runs for a season doesn't grow.</summary>
    public LiveState Trim(int finishedLimit)
    {
        if (Matches.Count <= finishedLimit)
            return this;
        var gone = Matches.Values
            .Where(m => m.Phase == MatchPhase.Finished)
            .OrderByDescending(m => m.KickOff ?? DateTimeOffset.MinValue)
            .Skip(finishedLimit)
            .Select(m => m.MatchId)
            .ToArray();
        return gone.Length == 0 ? this : this with { Matches = Matches.RemoveRange(gone), Ratings = Ratings.RemoveRange(gone) };
    }

    private bool IsNewer(MatchSummary match) => LiveVersions.IsNewer(match, Matches.GetValueOrDefault(match.MatchId));

    private bool IsNewer(LiveRatingUpdate rating) =>
        LiveVersions.IsNewer(rating, RatingsOf(rating.MatchId).GetValueOrDefault(rating.PlayerId)?.Update);

    private bool IsNewer(TeamSummary team) => LiveVersions.IsNewer(team, Teams.GetValueOrDefault(team.TeamId));

    private ImmutableDictionary<MatchId, ImmutableDictionary<PlayerId, LiveRating>> With(ImmutableArray<LiveRatingUpdate> updates, long sequence)
    {
        var all = Ratings;
        foreach (var match in updates.GroupBy(u => u.MatchId))
        {
            var ratings = RatingsOf(match.Key).ToBuilder();
            foreach (var update in match)
            {
                ratings[update.PlayerId] = ratings.TryGetValue(update.PlayerId, out var known)
                    ? LiveVersions.IsNewer(update, known.Update) ? known.Next(update, sequence) : known
                    : new(update, 0, sequence);
            }

            all = all.SetItem(match.Key, ratings.ToImmutable());
        }

        return all;
    }
}
